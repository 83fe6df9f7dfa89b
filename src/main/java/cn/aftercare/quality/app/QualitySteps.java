package cn.aftercare.quality.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Deputies;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityDeadlines;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.QualityState;
import cn.aftercare.quality.QualityStep;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.persistence.QualityItemRepository;
import cn.aftercare.quality.persistence.StepRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives every step of an item its deadline, watches over it, and knows who may take it. */
@Service
@Transactional
public class QualitySteps {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StepRepository steps;
    private final QualityItemRepository items;
    private final QualityDeadlines deadlines;
    private final QualityFlow flow;
    private final ProjectService projects;
    private final Notifications notifications;
    private final Directory directory;
    private final Deputies deputies;
    private final CurrentActor currentActor;
    private final QualityStory story;
    private final Clock clock;

    QualitySteps(
            StepRepository steps,
            QualityItemRepository items,
            QualityDeadlines deadlines,
            QualityFlow flow,
            ProjectService projects,
            Notifications notifications,
            Directory directory,
            Deputies deputies,
            CurrentActor currentActor,
            QualityStory story,
            Clock clock) {
        this.steps = steps;
        this.items = items;
        this.deadlines = deadlines;
        this.flow = flow;
        this.projects = projects;
        this.notifications = notifications;
        this.directory = directory;
        this.deputies = deputies;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** The step begins: for an answer {@code route} says whose, for a measure {@code measure} which; otherwise null. */
    public StepDeadline begin(
            String itemNo, QualityStep step, @Nullable QualityRoute route, @Nullable Measure measure) {
        QualityItem item = items.item(itemNo).orElseThrow();
        QualityDeadlines.Rule rule = deadlines.step(step, item.grade());
        LocalDate lastDay =
                measure == null ? LocalDate.ofInstant(clock.instant(), ZONE).plusDays(rule.days()) : measure.dueOn();
        Instant due = lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
        Instant remind =
                lastDay.plusDays(1 - rule.remindDays()).atStartOfDay(ZONE).toInstant();
        StepDeadline begun = new StepDeadline(
                steps.nextId(),
                itemNo,
                step,
                measure != null ? String.valueOf(measure.seq()) : route == null ? null : route.name(),
                group(step, item, measure == null ? route : measure.route()),
                measure == null ? null : measure.person(),
                remind,
                due,
                null,
                null,
                null,
                null);
        steps.insert(begun);
        items.state(itemNo, stateDuring(step));
        steps.clock(begun.id(), flow.startClock(item, begun));
        return begun;
    }

    private static String group(QualityStep step, QualityItem item, @Nullable QualityRoute route) {
        return switch (step) {
            case CLASSIFY, ASSESS, VERIFY -> Role.QUALITY.groupOf(Actor.HQ);
            case ANSWER, MEASURE -> route.groupFor(item.unit());
            case TELL -> Role.AFTER_SALES.groupOf(item.unit());
        };
    }

    private static QualityState stateDuring(QualityStep step) {
        return switch (step) {
            case CLASSIFY -> QualityState.CLASSIFYING;
            case ASSESS -> QualityState.ASSESSING;
            case ANSWER -> QualityState.ANSWERING;
            case MEASURE -> QualityState.CARRYING_OUT;
            case VERIFY -> QualityState.VERIFYING;
            case TELL -> QualityState.TELLING;
        };
    }

    /** Who sees to it when the step is late: the quality department, or the manager where it is not its own step. */
    public String supervisors(StepDeadline step) {
        String quality = Role.QUALITY.groupOf(Actor.HQ);
        if (step.group().equals(quality)) {
            return Role.PMD_MANAGER.groupOf(Actor.HQ);
        }
        String unit = items.item(step.itemNo()).orElseThrow().unit();
        boolean ofUnit =
                step.group().equals(Role.PMD.groupOf(unit)) || step.group().equals(Role.AFTER_SALES.groupOf(unit));
        return ofUnit ? Role.PMD_MANAGER.groupOf(unit) : quality;
    }

    @Transactional(readOnly = true)
    public StepDeadline of(long id) {
        return steps.step(id).orElseThrow(() -> new IllegalStateException("no step " + id));
    }

    /**
     * The step, if the acting person is whose step it is.
     *
     * @throws NotPermittedException for anybody else, administrators included
     */
    StepDeadline entrusted(long id) {
        StepDeadline step = of(id);
        Actor actor = currentActor.get();
        boolean own = step.person() != null
                && (actor.userId().equals(step.person())
                        || deputies.deputyOf(step.person(), unitOf(step.group()))
                                .filter(actor.userId()::equals)
                                .isPresent());
        if (!own && !actor.groups().contains(step.group())) {
            throw new NotPermittedException("只有" + directory.groupName(step.group()) + "可以"
                    + step.step().label());
        }
        return step;
    }

    private static String unitOf(String group) {
        return group.substring(0, group.indexOf('-'));
    }

    /** The step was taken: nobody is reminded of it any more. */
    void done(StepDeadline step) {
        steps.done(step.id(), clock.instant());
        flow.stopClock(step);
    }

    /** The time for the reminder has come. */
    public void remind(long id) {
        StepDeadline step = of(id);
        steps.reminded(id, clock.instant());
        notifications.send(notice(step, NotificationKind.REMINDER, "【提醒】", List.of(addressee(step))));
    }

    /** The step was not taken by 24:00 of its last day; the story says who was told. */
    public void overdue(long id) {
        StepDeadline step = of(id);
        steps.overdue(id, clock.instant());
        String supervisors = supervisors(step);
        notifications.send(notice(step, NotificationKind.BREACH, "【逾期督办】", List.of(supervisors, addressee(step))));
        story.tell(step.itemNo(), "逾期:" + step.step().label(), "已告知 " + directory.groupName(supervisors));
    }

    private static String addressee(StepDeadline step) {
        return step.person() == null ? step.group() : step.person();
    }

    private Notification notice(StepDeadline step, NotificationKind kind, String mark, List<String> recipients) {
        QualityItem item = items.item(step.itemNo()).orElseThrow();
        String project = projects.find(item.projectCode()).orElseThrow().name();
        LocalDate lastDay = LocalDate.ofInstant(step.dueAt(), ZONE).minusDays(1);
        return new Notification(
                "quality-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + step.id(),
                kind,
                item.itemNo(),
                item.unit(),
                false,
                mark + "质量信息 " + item.itemNo() + " " + step.step().label(),
                "质量信息:" + item.itemNo() + "\n项目:" + project + "\n事项:"
                        + step.step().label() + "\n期限:" + lastDay + " 24:00",
                "/quality/" + item.itemNo(),
                recipients);
    }

    /** Somebody sees to a step that is late. */
    public void supervised(long id, String measures) {
        StepDeadline step = of(id);
        String group = supervisors(step);
        if (!currentActor.get().groups().contains(group)) {
            throw new NotPermittedException("只有" + directory.groupName(group) + "可以督办");
        }
        story.tell(step.itemNo(), "督办:" + step.step().label(), measures);
    }
}
