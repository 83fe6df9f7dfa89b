package cn.aftercare.revisit.app;

import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Project;
import cn.aftercare.revisit.DueVisit;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.RevisitAuthority;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.persistence.PlanRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The performance officer's changes to a plan that is being prepared; whatever differs from what is due keeps its reason. */
@Service
@Transactional
public class PlanEditing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PlanRepository plans;
    private final Visits visits;
    private final RevisitAuthority authority;
    private final CalendarService calendars;
    private final CurrentActor currentActor;
    private final RevisitStory story;
    private final Clock clock;

    PlanEditing(
            PlanRepository plans,
            Visits visits,
            RevisitAuthority authority,
            CalendarService calendars,
            CurrentActor currentActor,
            RevisitStory story,
            Clock clock) {
        this.plans = plans;
        this.visits = visits;
        this.authority = authority;
        this.calendars = calendars;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** What the officer may change of a line. */
    public record Change(
            LocalDate plannedOn,
            VisitChannel channel,
            @Nullable String people,
            @Nullable String focus,
            @Nullable String reason) {}

    /**
     * Changes a line; a visit put off beyond its due day is postponed, with the reason. One that was due already when
     * the plan was compiled is not put off by leaving its day alone.
     *
     * @throws InvalidInputException naming the field
     * @throws ConflictException once the plan is submitted
     */
    public void change(String planNo, long lineId, Change change) {
        RevisitPlan plan = draft(planNo);
        PlanLine line = lineOf(plan, lineId);
        LineStatus status = statusAfter(line, change.plannedOn());
        String reason = text(change.reason());
        if (status != LineStatus.PLANNED && reason == null) {
            throw new InvalidInputException("reason", status == LineStatus.ADDED ? "增加原因:必填" : "改期原因:晚于到期日的必填");
        }
        checkDay(plan, line.dueOn(), change.plannedOn());
        plans.update(new PlanLine(
                line.id(),
                line.planNo(),
                line.projectCode(),
                line.dueOn(),
                line.inWarranty(),
                line.filed(),
                change.plannedOn(),
                change.channel(),
                limited("people", "回访人员", change.people(), 500),
                limited("focus", "重点部位", change.focus(), 2000),
                line.complaints(),
                status,
                status == LineStatus.PLANNED ? null : limited("reason", "原因", reason, 500),
                null));
        if (status == LineStatus.POSTPONED) {
            story.tell(
                    planNo, "改期", line.projectCode() + ":" + line.dueOn() + " 改为 " + change.plannedOn() + "," + reason);
        }
    }

    private static LineStatus statusAfter(PlanLine line, LocalDate plannedOn) {
        boolean moved = !plannedOn.equals(line.plannedOn());
        if (line.status() == LineStatus.ADDED || line.status() == LineStatus.PLANNED && !moved) {
            return line.status();
        }
        return line.dueOn() != null && plannedOn.isAfter(line.dueOn()) ? LineStatus.POSTPONED : LineStatus.PLANNED;
    }

    /** Takes a due visit out of the plan; the line and its reason stay. */
    public void cancel(String planNo, long lineId, @Nullable String reason) {
        RevisitPlan plan = draft(planNo);
        PlanLine line = lineOf(plan, lineId);
        String why = text(reason);
        if (why == null) {
            throw new InvalidInputException("reason", "取消原因:必填");
        }
        if (line.status() == LineStatus.ADDED) {
            plans.delete(line.id());
        } else {
            plans.update(with(line, line.plannedOn(), LineStatus.CANCELLED, limited("reason", "取消原因", why, 500)));
        }
        story.tell(planNo, "取消", line.projectCode() + ":" + why);
    }

    /** Takes the cancelling of a due visit back: it is planned as it was at first. */
    public void restore(String planNo, long lineId) {
        PlanLine line = lineOf(draft(planNo), lineId);
        if (line.status() == LineStatus.CANCELLED && line.dueOn() != null) {
            plans.update(with(
                    line, DueVisit.proposed(line.dueOn(), calendars.current(), today()), LineStatus.PLANNED, null));
            story.tell(planNo, "恢复", line.projectCode());
        }
    }

    /** Adds a visit nothing is due for. */
    public void add(String planNo, String projectCode, Change change) {
        RevisitPlan plan = draft(planNo);
        Project project = visits.project(projectCode);
        RevisitAuthority.Rule rule = authority.rule(project.managementMode());
        if (!rule.planningUnit(project).equals(plan.unit())) {
            throw new InvalidInputException("projectCode", "工程:不由本单位回访");
        }
        if (project.closedOn() != null) {
            throw new InvalidInputException("projectCode", "工程:已关闭");
        }
        String reason = text(change.reason());
        if (reason == null) {
            throw new InvalidInputException("reason", "增加原因:必填");
        }
        checkDay(plan, null, change.plannedOn());
        plans.insertLines(List.of(new PlanLine(
                0,
                planNo,
                project.code(),
                null,
                visits.inWarranty(project, change.plannedOn()),
                rule.filed(),
                change.plannedOn(),
                change.channel(),
                limited("people", "回访人员", change.people(), 500),
                limited("focus", "重点部位", change.focus(), 2000),
                0,
                LineStatus.ADDED,
                limited("reason", "增加原因", reason, 500),
                null)));
        story.tell(planNo, "增加", projectCode + ":" + reason);
    }

    private void checkDay(RevisitPlan plan, @Nullable LocalDate due, LocalDate plannedOn) {
        if (plannedOn.isBefore(today())) {
            throw new InvalidInputException("plannedOn", "回访日期:不能早于今天");
        }
        LocalDate latest = due == null || due.isBefore(plan.period().lastDay())
                ? plan.period().lastDay()
                : due;
        LocalDate putOff = DueVisit.latest(latest);
        if (plannedOn.isAfter(putOff)) {
            throw new InvalidInputException("plannedOn", "回访日期:不能晚于" + putOff);
        }
    }

    private static PlanLine with(PlanLine l, LocalDate plannedOn, LineStatus status, @Nullable String reason) {
        return new PlanLine(
                l.id(),
                l.planNo(),
                l.projectCode(),
                l.dueOn(),
                l.inWarranty(),
                l.filed(),
                plannedOn,
                l.channel(),
                l.people(),
                l.focus(),
                l.complaints(),
                status,
                reason,
                l.visitNo());
    }

    private RevisitPlan draft(String planNo) {
        RevisitPlan plan = plans.lock(planNo).orElseThrow(() -> new NotFoundException("没有回访计划 " + planNo));
        currentActor.get().require("只有本单位生产履约管理岗可以修改回访计划", plan.unit(), Role.PERFORMANCE_OFFICER);
        if (plan.status() != PlanStatus.DRAFT) {
            throw new ConflictException("回访计划" + plan.status().label() + ",不能修改");
        }
        return plan;
    }

    private PlanLine lineOf(RevisitPlan plan, long lineId) {
        return plans.line(lineId)
                .filter(l -> l.planNo().equals(plan.planNo()))
                .orElseThrow(() -> new InvalidInputException("line", "计划中没有这一行"));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String limited(String field, String label, @Nullable String text, int max) {
        String stripped = text(text);
        if (stripped != null && stripped.length() > max) {
            throw new InvalidInputException(field, label + ":不能超过" + max + "个字");
        }
        return stripped;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
