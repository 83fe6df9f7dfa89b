package cn.aftercare.revisit.app;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.revisit.DueVisit;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.RevisitAuthority;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.RevisitPolicy;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.app.DueVisits.Unplanned;
import cn.aftercare.revisit.persistence.DueFactsRepository;
import cn.aftercare.revisit.persistence.PlanRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From what is due to a plan, and from the approved plan to its visits (R-40, R-42..R-45). */
@Service
@Transactional
public class Planning {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A plan is to be approved when its half-year begins; a supplement, or a late one, after so many days. */
    private static final int DAYS_TO_APPROVE = 14;

    /** Places with past defects named in a line. */
    private static final int FOCUS_PLACES = 5;

    /** Visits started in one transaction. */
    private static final int RELEASE_AT_ONCE = 100;

    private final PlanRepository plans;
    private final DueVisits dues;
    private final DueFactsRepository facts;
    private final Visits visits;
    private final RevisitFlow flow;
    private final RevisitPolicy policy;
    private final RevisitAuthority authority;
    private final CalendarService calendars;
    private final Directory directory;
    private final LateNotices notices;
    private final CurrentActor currentActor;
    private final RevisitStory story;
    private final Clock clock;

    Planning(
            PlanRepository plans,
            DueVisits dues,
            DueFactsRepository facts,
            Visits visits,
            RevisitFlow flow,
            RevisitPolicy policy,
            RevisitAuthority authority,
            CalendarService calendars,
            Directory directory,
            LateNotices notices,
            CurrentActor currentActor,
            RevisitStory story,
            Clock clock) {
        this.plans = plans;
        this.dues = dues;
        this.facts = facts;
        this.visits = visits;
        this.flow = flow;
        this.policy = policy;
        this.authority = authority;
        this.calendars = calendars;
        this.directory = directory;
        this.notices = notices;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /**
     * Starts a plan for every unit with something due and unplanned by the end of the half-year a month from now: in June
     * and December the coming half-year, in the other months what was left out of the current one.
     *
     * @return plan numbers
     */
    public List<String> startDuePlans() {
        HalfYear period = HalfYear.of(today().plusMonths(1));
        Map<String, List<Unplanned>> byUnit = new TreeMap<>();
        dues.unplanned(period.lastDay())
                .forEach(u -> byUnit.computeIfAbsent(u.planningUnit(), unit -> new ArrayList<>())
                        .add(u));
        return byUnit.keySet().stream()
                .map(unit -> {
                    RevisitPlan plan = opened(unit, period);
                    flow.startPlan(plan);
                    return plan.planNo();
                })
                .toList();
    }

    /**
     * A plan started by hand; the flow is already under way.
     *
     * @throws NotPermittedException unless the actor is a performance officer of the unit
     * @throws InvalidInputException for a half-year that is over or too far away
     */
    public RevisitPlan startedByHand(String unit, String period) {
        currentActor.get().require("只有负责回访的单位的生产履约管理岗可以编制回访计划", unit, Role.PERFORMANCE_OFFICER);
        HalfYear wanted;
        try {
            wanted = HalfYear.parse(period);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("period", "半年:不在可选范围内");
        }
        HalfYear current = HalfYear.of(today());
        if (!wanted.equals(current) && !wanted.equals(current.next())) {
            throw new InvalidInputException("period", "半年:只能编制本半年或下半年的计划");
        }
        return opened(unit, wanted);
    }

    private RevisitPlan opened(String unit, HalfYear period) {
        int revision = plans.revisions(unit, period) + 1;
        RevisitPlan plan = new RevisitPlan(
                "HFJH-%s-%s-%d".formatted(period.code(), unit, revision),
                unit,
                period,
                revision,
                PlanStatus.DRAFT,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        plans.insert(plan);
        story.tell(plan.planNo(), "启动编制", plan.title());
        return plan;
    }

    /** By when the plan is to be approved. */
    public Instant approvalDue(RevisitPlan plan) {
        LocalDate day = LocalDate.ofInstant(plan.compiledAt(), ZONE).plusDays(DAYS_TO_APPROVE + 1);
        LocalDate begins = plan.period().firstDay();
        return (begins.isAfter(day) ? begins : day).atStartOfDay(ZONE).toInstant();
    }

    /**
     * Fills the plan with what is due and unplanned by the end of its half-year, once, however often the job runs.
     *
     * @return whether anything is due
     */
    public boolean compile(String planNo) {
        RevisitPlan plan = locked(planNo);
        if (plans.countLines(planNo) > 0) {
            return true;
        }
        Map<String, List<String>> parts = facts.troubledParts(FOCUS_PLACES);
        Map<String, Integer> complaints = facts.openComplaints();
        WorkingCalendar calendar = calendars.current();
        Map<Boolean, RevisitPolicy.Rule> rules = Map.of(true, policy.rule(true), false, policy.rule(false));
        Map<ManagementMode, RevisitAuthority.Rule> matrix = authority.matrix();
        List<PlanLine> lines = dues.unplanned(plan.period().lastDay()).stream()
                .filter(u -> u.planningUnit().equals(plan.unit()))
                .map(u -> new PlanLine(
                        0,
                        planNo,
                        u.project().code(),
                        u.due().day(),
                        u.due().inWarranty(),
                        matrix.get(u.project().managementMode()).filed(),
                        DueVisit.proposed(u.due().day(), calendar, today()),
                        VisitChannel.ON_SITE,
                        rules.get(u.due().inWarranty()).team(),
                        focus(parts.get(u.project().code())),
                        complaints.getOrDefault(u.project().code(), 0),
                        LineStatus.PLANNED,
                        null,
                        null))
                .toList();
        if (lines.isEmpty()) {
            plans.status(planNo, PlanStatus.EMPTY);
            story.tell(planNo, "无需编制", "没有到期而未列入计划的工程");
            return false;
        }
        plans.insertLines(lines);
        story.tell(planNo, "汇总到期回访", lines.size() + "项");
        return true;
    }

    private static @Nullable String focus(@Nullable List<String> parts) {
        return parts == null ? null : String.join("、", parts);
    }

    /**
     * Makes visits of the next lines, so many that one transaction stays short.
     *
     * @return whether all lines are visits now
     */
    public boolean release(String planNo) {
        RevisitPlan plan = locked(planNo);
        for (PlanLine line : plans.unreleased(planNo, RELEASE_AT_ONCE)) {
            Visit visit = visits.planned(plan, line);
            plans.released(line.id(), visit.visitNo());
            flow.startVisit(visit);
        }
        boolean all = plans.unreleased(planNo, 1).isEmpty();
        if (all) {
            story.tell(planNo, "下达回访", null);
        }
        return all;
    }

    public boolean filedAtHq(String planNo) {
        return plans.anyFiled(planNo);
    }

    /** The plan should have been approved by now. */
    public void late(String planNo) {
        RevisitPlan plan = locked(planNo);
        notices.late(
                new Notification(
                        "plan-late-" + planNo,
                        NotificationKind.BREACH,
                        planNo,
                        plan.unit(),
                        false,
                        "【逾期】" + plan.title() + "仍未批准",
                        "计划:" + plan.title() + "\n单位:" + directory.unitName(plan.unit()) + "\n状态:"
                                + plan.status().label(),
                        "/revisit-plans/" + planNo,
                        notices.supervisors(plan.unit(), true)),
                "到期仍未批准");
    }

    private RevisitPlan locked(String planNo) {
        return plans.lock(planNo).orElseThrow(() -> new IllegalStateException("no plan " + planNo));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
