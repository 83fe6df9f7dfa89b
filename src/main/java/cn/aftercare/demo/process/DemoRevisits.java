package cn.aftercare.demo.process;

import cn.aftercare.demo.DemoCases;
import cn.aftercare.demo.DemoStep;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.app.PlanEditing;
import cn.aftercare.revisit.app.PlanOverview;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.app.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plans and visits of the demo, told back from now: Nanjing's plan with visits in every state, one of Suzhou that waits for
 * its manager, the coming one of Nanjing that waits for headquarters, and a visit nobody had planned.
 */
@Component
@Order(1)
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoRevisits extends DemoScenes {

    private static final ZoneId ZONE = FormTime.SHANGHAI;

    private static final Duration ANSWERED_AFTER = Duration.ofHours(5);

    private static final String OFFICER = "nanjing-performance-officer";
    private static final String MANAGER = "nanjing-pmd-manager";
    private static final String PMD = "nanjing-pmd";
    private static final String MARKETING = "nanjing-marketing";

    private final PlanOverview plans;
    private final PlanEditing editing;
    private final Visits visits;
    private final Surveys surveys;

    DemoRevisits(
            DemoWalk walk,
            PlanOverview plans,
            PlanEditing editing,
            Visits visits,
            Surveys surveys,
            DemoPeople people,
            VirtualTime time) {
        super(walk, people, time);
        this.plans = plans;
        this.editing = editing;
        this.visits = visits;
        this.surveys = surveys;
    }

    /** A visit learns of the owner's answer when the transaction ends, and so goes on in the next scene. */
    @Override
    List<Consumer<Instant>> scenes() {
        return List.of(
                this::currentPlan,
                this::visitRepaired,
                this::planToApprove,
                this::planToFile,
                this::visitByHand,
                this::visitByHandVerified);
    }

    /** Approved and filed; of its visits one is over with its repair, one is going on, one is to come, one put off. */
    private void currentPlan(Instant now) {
        if (planned("nanjing", period(now, 0))) {
            return;
        }
        String plan = started(OFFICER, "nanjing", period(now, 0), now.minus(Duration.ofDays(80)));
        LocalDate today = day(now);
        schedule(plan, "NJ-2025-006", today.minusDays(70), "门诊改造期间提前回访");
        schedule(plan, "NJ-2024-003", today.plusDays(3), "业主要求大厅启用后再查一次");
        schedule(plan, "NJ-2024-011", today.plusDays(16), "业主要求空调检修后回访");
        schedule(plan, "NJ-2022-008", today.plusDays(12), "客房年底满租,宾馆要求淡季再来");
        decided(plan, now.minus(Duration.ofDays(79)));
        later(now.minus(Duration.ofDays(78)));
        fill("hq-performance-officer", "revisit-plan-file", plan, "filingNote", "同意备案");

        String visit = visitOf(plan, "NJ-2025-006");
        Instant visitedAt = visitedAt(now);
        later(visitedAt.plus(Duration.ofMinutes(30)));
        fill(
                PMD,
                "revisit-visit",
                visit,
                visited(
                        visitedAt,
                        "郭桂芳",
                        "医院后勤处 处长 沈立",
                        "候诊区使用正常;2层走廊护墙板接缝开裂,已当场测量",
                        List.of(Map.of(
                                "category",
                                "DECORATION",
                                "location",
                                "门诊2层走廊",
                                "description",
                                "护墙板接缝开裂",
                                "measured",
                                "缝长0.8米、宽1.2毫米"))));
        answered(visit, visitedAt(now).plus(ANSWERED_AFTER), 100, 80, "护士站插座不够用");
    }

    private void visitRepaired(Instant now) {
        Instant visitedAt = visitedAt(now);
        // The plan of the next half-year may have made another one.
        Visit found = visit(v -> v.planNo() != null
                        && v.projectCode().equals("NJ-2025-006")
                        && v.plannedOn().isBefore(day(now)))
                .orElseThrow();
        if (found.stage().ended()) {
            return;
        }
        String visit = found.visitNo();
        time.set(visitedAt.plus(ANSWERED_AFTER));
        String caseNo = visits.defects(visit).get(0).caseNo();
        for (DemoStep step :
                DemoCases.repairOfVisit(now, "NJ-2025-006", visitedAt, people.as("admin", walk::projects))) {
            time.advance(step.at());
            walk.take(step, caseNo, 0);
        }
        later(now.minus(Duration.ofDays(60)));
        closed(visit, now.minus(Duration.ofDays(60)));
        time.advance(now);
    }

    private void planToApprove(Instant now) {
        if (planned("suzhou", period(now, 1))) {
            return;
        }
        Duration ago = withinHalf(now, Duration.ofDays(6));
        String plan = started("suzhou-performance-officer", "suzhou", period(now, 1), now.minus(ago));
        later(now.minus(ago.dividedBy(2)));
        fill("suzhou-performance-officer", "revisit-plan-edit", plan, "submitNote", "社区项目已与物业约好时间");
        time.advance(now);
    }

    private void planToFile(Instant now) {
        if (planned("nanjing", period(now, 1))) {
            return;
        }
        Duration ago = withinHalf(now, Duration.ofDays(10));
        String plan = started(OFFICER, "nanjing", period(now, 1), now.minus(ago));
        decided(plan, now.minus(ago.dividedBy(2)));
        time.advance(now);
    }

    /** By telephone, and signed by the owner in the next days. */
    private void visitByHand(Instant now) {
        if (visit(v -> v.planNo() == null).isPresent()) {
            return;
        }
        Instant called = now.minus(Duration.ofDays(3));
        time.set(called);
        String visit = walk.started(
                "nanjing-post-warranty",
                "revisit",
                DemoStep.fields(
                        "projectCode",
                        "NJ-2019-002",
                        "plannedOn",
                        day(called).toString(),
                        "channel",
                        "PHONE",
                        "occasion",
                        "业主来电反映空调噪声,顺便了解使用情况",
                        "focus",
                        "5层机房上方吊顶"));
        later(called.plus(Duration.ofHours(2)));
        Map<String, Object> fields =
                visited(called.plus(Duration.ofHours(1)), "徐海峰", "物业部 经理 许洁", "空调已由厂家调整,装修使用良好", List.of());
        fields.put("channel", "PHONE");
        fill(MARKETING, "revisit-visit", visit, fields);
        answered(visit, now.minus(Duration.ofDays(2)), 80, 80, null);
    }

    private void visitByHandVerified(Instant now) {
        Visit found = visit(v -> v.planNo() == null).orElseThrow();
        if (found.stage() != VisitStage.FOLLOWING_UP) {
            return;
        }
        String visit = found.visitNo();
        time.set(now.minus(Duration.ofDays(2)));
        later(now.minus(Duration.ofDays(1)));
        fill(PMD, "revisit-verify", visit, "verdict", "GOOD", "result", "无需处理");
        time.advance(now);
    }

    // plans --------------------------------------------------------------------------------------------------------

    private boolean planned(String unit, HalfYear period) {
        return people.as("admin", () -> plans.plans(0, 100)).rows().stream()
                .anyMatch(p -> p.unit().equals(unit) && p.period().equals(period));
    }

    private String started(String officer, String unit, HalfYear period, Instant at) {
        time.set(at);
        String plan = walk.started(officer, "revisit-plan", DemoStep.fields("unit", unit, "period", period.code()));
        time.runDueJobs();
        return plan;
    }

    /** The project's line on this day: the one it has, or one more. */
    private void schedule(String planNo, String project, LocalDate on, String reason) {
        people.as(OFFICER, () -> {
            Optional<PlanLine> line = line(planNo, project);
            PlanEditing.Change change = new PlanEditing.Change(
                    on,
                    VisitChannel.ON_SITE,
                    line.map(PlanLine::people).orElse(null),
                    line.map(PlanLine::focus).orElse(null),
                    reason);
            if (line.isPresent()) {
                editing.change(planNo, line.get().id(), change);
            } else {
                editing.add(planNo, project, change);
            }
            return null;
        });
    }

    private Optional<PlanLine> line(String planNo, String project) {
        return plans.lines(planNo, 0, 100).rows().stream()
                .filter(l -> l.projectCode().equals(project))
                .findFirst();
    }

    private void decided(String plan, Instant at) {
        fill(OFFICER, "revisit-plan-edit", plan, "submitNote", null);
        later(at);
        fill(MANAGER, "revisit-plan-review", plan, "decision", "APPROVE");
        time.runDueJobs();
    }

    private String visitOf(String planNo, String project) {
        return line(planNo, project).map(PlanLine::visitNo).orElseThrow();
    }

    private Optional<Visit> visit(Predicate<Visit> which) {
        return people.as("admin", () -> plans.visits(null, false, 0, 500)).rows().stream()
                .filter(which)
                .findFirst();
    }

    // visits -------------------------------------------------------------------------------------------------------

    private static Map<String, Object> visited(
            Instant at, String responsible, String interviewees, String situation, List<Map<String, Object>> defects) {
        return DemoStep.fields(
                "outcome",
                "VISITED",
                "visitedAt",
                at,
                "channel",
                "ON_SITE",
                "responsible",
                responsible,
                "interviewees",
                interviewees,
                "situation",
                situation,
                "defects",
                defects,
                "issues",
                List.of());
    }

    /** The owner answers through the link: the quality with {@code quality}, the rest with {@code others}. */
    private void answered(String visit, Instant at, int quality, int others, @Nullable String remarks) {
        later(at);
        String survey = surveys.ofDossier(visit).orElseThrow().surveyNo();
        String token = people.as(PMD, () -> surveys.newLink(survey)).token();
        Map<SurveyFactor, String> points = new EnumMap<>(SurveyFactor.class);
        Arrays.stream(SurveyFactor.values()).forEach(f -> points.put(f, Integer.toString(others)));
        points.put(SurveyFactor.QUALITY, Integer.toString(quality));
        surveys.answeredByLink(token, new SurveyDraft(points, remarks, "业主代表", null, null, null));
    }

    private void closed(String visit, Instant at) {
        fill(PMD, "revisit-verify", visit, "verdict", "GOOD", "result", "护墙板接缝已修复,复查无开裂");
        time.runDueJobs();
        fill(
                PMD,
                "revisit-sign",
                visit,
                "signedBy",
                "沈立",
                "signedOn",
                day(at).toString(),
                "recordPlace",
                "南京分公司档案室3柜2层");
    }

    private void fill(String login, String form, String number, @Nullable Object... fields) {
        fill(login, form, number, DemoStep.fields(fields));
    }

    // time ---------------------------------------------------------------------------------------------------------

    /** In the forenoon, whatever time of the day the program is started: what follows hangs on it. */
    private static Instant visitedAt(Instant now) {
        return day(now).minusDays(69).atTime(10, 0).atZone(ZONE).toInstant();
    }

    /** The current half-year, or the next. */
    private static HalfYear period(Instant now, int ahead) {
        HalfYear current = HalfYear.of(day(now));
        return ahead == 0 ? current : current.next();
    }

    /** Before the half-year began, nobody could have started the plan of the next one. */
    private static Duration withinHalf(Instant now, Duration ago) {
        Duration since = Duration.between(
                HalfYear.of(day(now)).firstDay().atStartOfDay(ZONE).toInstant(), now);
        return since.compareTo(ago) < 0 ? since : ago;
    }
}
