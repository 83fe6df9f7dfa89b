package cn.aftercare.revisit.app;

import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.notification.Notification;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.WarrantyEnd;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.RevisitAuthority;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.RevisitPolicy;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitCheck;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.VisitTeam;
import cn.aftercare.revisit.persistence.DueFactsRepository;
import cn.aftercare.revisit.persistence.DueFactsRepository.PastDefect;
import cn.aftercare.revisit.persistence.VisitRepository;
import cn.aftercare.story.StoryEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes visits, of plans and by hand, and knows them. */
@Service
@Transactional
public class Visits {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** So many past defects make the checklist of a visit. */
    private static final int CHECKS = 20;

    private final VisitRepository visits;
    private final DueFactsRepository facts;
    private final ProjectService projects;
    private final CalendarService calendars;
    private final RevisitAuthority authority;
    private final RevisitPolicy policy;
    private final CurrentActor currentActor;
    private final RevisitStory story;
    private final Clock clock;

    Visits(
            VisitRepository visits,
            DueFactsRepository facts,
            ProjectService projects,
            CalendarService calendars,
            RevisitAuthority authority,
            RevisitPolicy policy,
            CurrentActor currentActor,
            RevisitStory story,
            Clock clock) {
        this.visits = visits;
        this.facts = facts;
        this.projects = projects;
        this.calendars = calendars;
        this.authority = authority;
        this.policy = policy;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** A visit the engine is working on. */
    @Transactional(readOnly = true)
    public Visit of(String visitNo) {
        return visits.visit(visitNo).orElseThrow(() -> new IllegalStateException("no visit " + visitNo));
    }

    /**
     * The visit, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public Visit visible(String visitNo) {
        return visits.visit(visitNo)
                .filter(v -> currentActor.get().maySee(v.unit()))
                .orElseThrow(() -> new NotFoundException("没有回访 " + visitNo));
    }

    @Transactional(readOnly = true)
    public List<VisitCheck> checks(String visitNo) {
        return visits.checks(visitNo);
    }

    @Transactional(readOnly = true)
    public List<VisitDefect> defects(String visitNo) {
        return visits.defects(visitNo);
    }

    @Transactional(readOnly = true)
    public List<VisitIssue> issues(String visitNo) {
        return visits.issues(visitNo);
    }

    @Transactional(readOnly = true)
    public List<StoryEvent> story(String visitNo) {
        return story.of(visitNo);
    }

    /** @throws InvalidInputException naming {@code projectCode} if there is none */
    Project project(String code) {
        return projects.find(code)
                .orElseThrow(() -> new InvalidInputException("projectCode", "工程:没有编号为“" + code + "”的工程"));
    }

    boolean inWarranty(Project project, LocalDate day) {
        return project.warrantyEnd(calendars.current())
                .map(WarrantyEnd::lastDay)
                .filter(end -> !day.isAfter(end))
                .isPresent();
    }

    /** When its task appears: the policy's days before it, at 00:00 Asia/Shanghai. */
    public Instant prepareAt(Visit visit) {
        return visit.plannedOn()
                .minusDays(policy.rule(visit.inWarranty()).prepareDays())
                .atStartOfDay(ZONE)
                .toInstant();
    }

    /** 24:00 of the last day on which it is in time. */
    public Instant dueAt(Visit visit) {
        return visit.lastDay().plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The visit of a plan's line. */
    Visit planned(RevisitPlan plan, PlanLine line) {
        Project project = project(line.projectCode());
        RevisitAuthority.Rule rule = authority.rule(project.managementMode());
        Visit visit = visit(
                project,
                plan.unit(),
                plan.planNo(),
                line.dueOn(),
                line.plannedOn(),
                line.status() == LineStatus.POSTPONED ? line.reason() : null,
                null,
                line.inWarranty(),
                rule,
                line.people(),
                line.focus(),
                line.channel());
        visits.insert(visit, clock.instant());
        story.tell(visit.visitNo(), "列入计划", plan.title() + ",回访日期" + line.plannedOn());
        return visit;
    }

    /**
     * A visit by hand; the flow is already under way.
     *
     * @throws NotPermittedException unless the actor belongs to those who visit this owner
     */
    public Visit byHand(
            String projectCode, LocalDate plannedOn, VisitChannel channel, String occasion, @Nullable String focus) {
        Project project = projects.find(projectCode)
                .filter(p -> currentActor.get().maySee(p.unit()))
                .orElseThrow(() -> new InvalidInputException("projectCode", "工程:没有编号为“" + projectCode + "”的工程"));
        String unit = authority.planningUnit(project);
        currentActor.get().require("只有负责回访该工程的单位可以发起回访", unit, VisitTeam.STARTERS);
        if (plannedOn.isBefore(LocalDate.ofInstant(clock.instant(), ZONE))) {
            throw new InvalidInputException("plannedOn", "回访日期:不能早于今天");
        }
        boolean inWarranty = inWarranty(project, plannedOn);
        Visit visit = visit(
                project,
                unit,
                null,
                null,
                plannedOn,
                null,
                occasion,
                inWarranty,
                authority.rule(project.managementMode()),
                policy.rule(inWarranty).team(),
                focus,
                channel);
        visits.insert(visit, clock.instant());
        story.tell(visit.visitNo(), "发起不定期回访", occasion);
        return visit;
    }

    private Visit visit(
            Project project,
            String unit,
            @Nullable String planNo,
            @Nullable LocalDate dueOn,
            LocalDate plannedOn,
            @Nullable String postponedReason,
            @Nullable String occasion,
            boolean inWarranty,
            RevisitAuthority.Rule rule,
            @Nullable String people,
            @Nullable String focus,
            VisitChannel channel) {
        int year = LocalDate.ofInstant(clock.instant(), ZONE).getYear();
        return new Visit(
                "HF-%d-%06d".formatted(year, visits.nextNumber()),
                project.code(),
                unit,
                planNo,
                dueOn,
                plannedOn,
                postponedReason,
                occasion,
                inWarranty,
                rule.supervised(),
                rule.filed(),
                people,
                focus,
                VisitStage.PLANNED,
                channel,
                Visit.Course.NOTHING_YET,
                null);
    }

    public void started(String visitNo, String processInstanceId) {
        visits.process(visitNo, processInstanceId);
    }

    /**
     * The day is near: who visits and whether HQ looks on is judged anew, and the checklist drawn up from the project's
     * past defects. Does the same again however often it runs.
     */
    public Visit prepare(String visitNo) {
        Visit before = of(visitNo);
        Project project = project(before.projectCode());
        RevisitAuthority.Rule rule = authority.rule(project.managementMode());
        visits.begun(
                visitNo,
                inWarranty(project, before.dueOn() == null ? before.plannedOn() : before.dueOn()),
                rule.supervised(),
                rule.filed());
        visits.clearChecks(visitNo);
        int seq = 1;
        for (PastDefect d : facts.pastDefects(project.code(), CHECKS)) {
            visits.addCheck(
                    visitNo,
                    new VisitCheck(seq++, d.location(), Notification.cut(d.description(), 500), d.caseNo(), false));
        }
        return of(visitNo);
    }
}
