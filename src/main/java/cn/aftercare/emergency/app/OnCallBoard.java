package cn.aftercare.emergency.app;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.emergency.Emergency;
import cn.aftercare.emergency.persistence.EmergencyRepository;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.CaseOverview;
import cn.aftercare.repair.app.CaseOverview.Danger;
import cn.aftercare.repair.app.OpenTask;
import cn.aftercare.repair.app.RepairFlow;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which dangers are open now, and who does what about them, in a handful of queries. */
@Service
@Transactional(readOnly = true)
public class OnCallBoard {

    private final CaseOverview overview;
    private final ProjectService projects;
    private final EmergencyRepository emergencies;
    private final RepairFlow flow;
    private final Clock clock;

    OnCallBoard(
            CaseOverview overview,
            ProjectService projects,
            EmergencyRepository emergencies,
            RepairFlow flow,
            Clock clock) {
        this.overview = overview;
        this.projects = projects;
        this.emergencies = emergencies;
        this.flow = flow;
        this.clock = clock;
    }

    /**
     * One danger.
     *
     * @param open the promises still to be kept, first due first
     * @param emergency null while nobody was sent out; a danger to the structure may never have one
     */
    public record Line(
            RepairCase repairCase,
            Project project,
            @Nullable String siteTechnician,
            List<Commitment> open,
            @Nullable Emergency emergency,
            List<OpenTask> tasks) {}

    /** What the acting person may see, the most urgent first. */
    public List<Line> open() {
        Instant now = clock.instant();
        List<Danger> dangers = overview.dangers();
        List<String> caseNos =
                dangers.stream().map(d -> d.repairCase().caseNo()).toList();
        Map<String, Project> projectOf = projects
                .findAll(dangers.stream()
                        .map(d -> d.repairCase().report().projectCode())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Project::code, Function.identity()));
        Map<String, Emergency> emergencyOf =
                emergencies.findAll(caseNos).stream().collect(Collectors.toMap(Emergency::caseNo, Function.identity()));
        Map<String, List<OpenTask>> tasksOf =
                flow.openTasks(caseNos).stream().collect(Collectors.groupingBy(OpenTask::caseNo));
        return dangers.stream()
                .map(d -> new Line(
                        d.repairCase(),
                        projectOf.get(d.repairCase().report().projectCode()),
                        d.siteTechnician(),
                        d.open(),
                        emergencyOf.get(d.repairCase().caseNo()),
                        tasksOf.getOrDefault(d.repairCase().caseNo(), List.of())))
                .sorted(Comparator.comparing(
                                (Line l) -> next(l.open(), now), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(l -> l.repairCase().report().receivedAt()))
                .toList();
    }

    /** The next deadline that matters: a hard one even when it has passed, a target while it still can be kept. */
    private static @Nullable Instant next(List<Commitment> open, Instant now) {
        return open.stream()
                .filter(c -> c.status() != CommitmentStatus.PAUSED)
                .filter(c -> c.kind() == CommitmentKind.HARD || c.dueAt().isAfter(now))
                .map(Commitment::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
