package cn.aftercare.satisfaction.app;

import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.DirectMail;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.satisfaction.Questionnaire;
import cn.aftercare.satisfaction.SatisfactionPolicy;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.satisfaction.persistence.YearSurveyRepository;
import cn.aftercare.satisfaction.persistence.YearSurveyRepository.Unasked;
import cn.aftercare.survey.SurveyLink;
import cn.aftercare.survey.app.Surveys;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yearly survey: one questionnaire for each live project, sent, chased and closed in batches, each a short transaction
 * of its own.
 */
@Service
@Transactional
public class YearSurveys {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BATCH = 50;

    private final YearSurveyRepository repository;
    private final Surveys surveys;
    private final ProjectService projects;
    private final SatisfactionPolicy policy;
    private final SurveyYearFlow flow;
    private final DirectMail mail;
    private final Notifications notifications;
    private final CurrentActor currentActor;
    private final Clock clock;

    YearSurveys(
            YearSurveyRepository repository,
            Surveys surveys,
            ProjectService projects,
            SatisfactionPolicy policy,
            SurveyYearFlow flow,
            DirectMail mail,
            Notifications notifications,
            CurrentActor currentActor,
            Clock clock) {
        this.repository = repository;
        this.surveys = surveys;
        this.projects = projects;
        this.policy = policy;
        this.flow = flow;
        this.mail = mail;
        this.notifications = notifications;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Starts the survey of this year, unless somebody has already. */
    public void startDue() {
        kept(Actor.system().userId()).ifPresent(flow::start);
    }

    /**
     * The quality department starts the survey of this year; the flow is already under way.
     *
     * @throws NotPermittedException for anybody else
     * @throws ConflictException when the year has its survey
     */
    public YearSurvey startedByHand() {
        currentActor.get().require("只有总部质量部门可以启动年度满意度调查", Actor.HQ, Role.QUALITY);
        return kept(currentActor.get().userId())
                .orElseThrow(() -> new ConflictException(today().getYear() + "年度满意度调查已经启动"));
    }

    private Optional<YearSurvey> kept(String by) {
        LocalDate today = today();
        Instant closesAt =
                today.plusDays(policy.answerDays() + 1L).atStartOfDay(ZONE).toInstant();
        YearSurvey survey = new YearSurvey(today.getYear(), clock.instant(), by, closesAt, null, null);
        return repository.insert(survey) ? Optional.of(survey) : Optional.empty();
    }

    /** When owners are reminded next; never after the end of the period: then a day too late, so that the end comes first. */
    public Instant nextChase(int year) {
        Instant closesAt = of(year).closesAt();
        Instant chase = today().plusDays(policy.chaseDays()).atStartOfDay(ZONE).toInstant();
        return chase.isBefore(closesAt)
                ? chase
                : closesAt.atZone(ZONE).plusDays(1).toInstant();
    }

    public YearSurvey of(int year) {
        return repository.find(year).orElseThrow(() -> new IllegalStateException("no survey of " + year));
    }

    /**
     * Opens the next questionnaires.
     *
     * @return whether every live project has one
     */
    public boolean openNext(int year) {
        List<Unasked> next = repository.unasked(year, today(), BATCH);
        next.forEach(p -> repository.ask(year, p.projectCode(), surveys.open(p.projectCode(), p.unit(), null)));
        return next.size() < BATCH;
    }

    /**
     * Sends the next questionnaires, or chases them; the unit is told of those nobody can mail. One mail at a time: in a
     * crash, only the mail under way is sent again, and no slow server makes the engine try a second time meanwhile.
     *
     * @param round 1 sends, more chase
     * @return whether it was everybody's turn
     */
    public boolean sendNext(int year, int round) {
        List<Questionnaire> next = repository.due(year, round, BATCH);
        Map<String, String> addresses = projects.ownerMails(
                next.stream().map(Questionnaire::projectCode).toList());
        for (Questionnaire q : next) {
            String address = mail.available() ? addresses.get(q.projectCode()) : null;
            String failure = address == null ? null : send(q, year, round, address);
            repository.turn(q.surveyNo(), round, address, clock.instant(), failure);
            if (address == null || failure != null) {
                tellUnit(year, round, q.unit());
            }
            if (address != null) {
                return false;
            }
        }
        return next.size() < BATCH;
    }

    /** @return why it could not be sent; null: it was */
    private @Nullable String send(Questionnaire q, int year, int round, String address) {
        SurveyLink link = surveys.linkToSend(q.surveyNo());
        try {
            mail.send(
                    address,
                    (round == 1 ? "" : "【提醒】") + year + "年度满意度调查:" + q.projectName(),
                    "尊敬的业主:\n\n感谢您对我司承建的“" + q.projectName() + "”的支持。请您打开下面的专用链接,填写项目满意度调查表:\n\n" + link.address()
                            + "\n\n此链接只供您使用,提交一次后失效。");
            return null;
        } catch (DeliveryFailedException e) {
            return Notification.cut(e.getMessage(), 500);
        }
    }

    /** Once for each unit and round, however many questionnaires there are. */
    private void tellUnit(int year, int round, String unit) {
        notifications.send(new Notification(
                "year-survey-" + year + "-" + unit + "-" + round,
                NotificationKind.REMINDER,
                YearSurvey.numberOf(year),
                unit,
                false,
                "【提醒】" + year + "年度满意度调查:请发放或催收纸质调查表",
                "部分业主没有邮箱或邮件没有发出,请打印调查表交业主填写,收回后录入。",
                "/year-surveys?year=" + year + "&unit=" + unit,
                List.of(Role.AFTER_SALES.groupOf(unit))));
    }

    /**
     * Records the next ones that were not answered in time.
     *
     * @return whether none is open any more
     */
    public boolean closeNext(int year) {
        List<Questionnaire> next = repository.open(year, BATCH);
        next.forEach(q -> surveys.unanswered(q.surveyNo()));
        boolean all = next.size() < BATCH;
        if (all) {
            repository.closed(year, clock.instant());
        }
        return all;
    }

    /** The quality department says what it makes of the answers. */
    public void concluded(int year, String conclusion) {
        currentActor.get().require("只有总部质量部门可以汇总年度满意度调查", Actor.HQ, Role.QUALITY);
        repository.concluded(year, conclusion);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
