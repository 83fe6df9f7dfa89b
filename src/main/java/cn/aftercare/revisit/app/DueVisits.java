package cn.aftercare.revisit.app;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.WarrantyEnd;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.DueVisit;
import cn.aftercare.revisit.RevisitAuthority;
import cn.aftercare.revisit.RevisitPolicy;
import cn.aftercare.revisit.RevisitSchedule;
import cn.aftercare.revisit.persistence.DueFactsRepository;
import cn.aftercare.revisit.persistence.DueFactsRepository.LiveProject;
import cn.aftercare.revisit.persistence.PlanRepository;
import cn.aftercare.revisit.persistence.PlanRepository.PlannedDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which visits are due, and which of them no plan has. Computed anew each time: warranties are extended. */
@Service
public class DueVisits {

    private final DueFactsRepository facts;
    private final PlanRepository plans;
    private final ProjectService projects;
    private final CalendarService calendars;
    private final RevisitPolicy policy;
    private final RevisitAuthority authority;

    DueVisits(
            DueFactsRepository facts,
            PlanRepository plans,
            ProjectService projects,
            CalendarService calendars,
            RevisitPolicy policy,
            RevisitAuthority authority) {
        this.facts = facts;
        this.plans = plans;
        this.projects = projects;
        this.calendars = calendars;
        this.policy = policy;
        this.authority = authority;
    }

    /** A visit that is due and that no plan has, drafts included. */
    public record Unplanned(Project project, DueVisit due, String planningUnit) {}

    /** Everything due by the day, inclusive, and not planned, by due day; whoever asks. */
    @Transactional(readOnly = true)
    public List<Unplanned> unplanned(LocalDate until) {
        List<LiveProject> live = facts.live(until);
        if (live.isEmpty()) {
            return List.of();
        }
        Map<String, LocalDate> owedFrom =
                live.stream().collect(Collectors.toMap(LiveProject::code, LiveProject::registeredOn));
        Map<String, List<LocalDate>> planned = new HashMap<>();
        LocalDate first =
                owedFrom.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        for (PlannedDue p : plans.plannedSince(first.minusMonths(6))) {
            planned.computeIfAbsent(p.projectCode(), code -> new ArrayList<>()).add(p.dueOn());
        }
        WorkingCalendar calendar = calendars.current();
        // The tables are read once, not for each of thousands of projects.
        int monthsInWarranty = policy.rule(true).intervalMonths();
        int monthsAfterwards = policy.rule(false).intervalMonths();
        Map<ManagementMode, RevisitAuthority.Rule> matrix = authority.matrix();
        List<Unplanned> unplanned = new ArrayList<>();
        for (Project project : projects.findAll(owedFrom.keySet())) {
            List<LocalDate> ofProject = planned.getOrDefault(project.code(), List.of());
            RevisitSchedule schedule = new RevisitSchedule(
                    project.acceptedOn(), warrantyEnd(project, calendar), monthsInWarranty, monthsAfterwards);
            for (DueVisit due : schedule.between(owedFrom.get(project.code()), until)) {
                if (ofProject.stream().noneMatch(due::isMetBy)) {
                    unplanned.add(new Unplanned(
                            project, due, matrix.get(project.managementMode()).planningUnit(project)));
                }
            }
        }
        unplanned.sort(Comparator.comparing((Unplanned u) -> u.due().day())
                .thenComparing(u -> u.project().code()));
        return unplanned;
    }

    /** The acceptance itself if nothing is warranted: then the yearly visits begin at once. */
    private static LocalDate warrantyEnd(Project project, WorkingCalendar calendar) {
        return project.warrantyEnd(calendar).map(WarrantyEnd::lastDay).orElse(project.acceptedOn());
    }
}
