package cn.aftercare.repair.app;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.RepairCases.Query;
import cn.aftercare.repair.persistence.CaseOverviewRepository;
import cn.aftercare.repair.persistence.CaseOverviewRepository.Load;
import cn.aftercare.repair.persistence.RepairCaseRepository.Filter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers where the cases stand against their deadlines, in a handful of queries however many there are. */
@Service
@Transactional(readOnly = true)
public class CaseOverview {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RepairCases cases;
    private final CaseOverviewRepository repository;
    private final CommitmentService commitments;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    CaseOverview(
            RepairCases cases,
            CaseOverviewRepository repository,
            CommitmentService commitments,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.cases = cases;
        this.repository = repository;
        this.commitments = commitments;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A case with what still has to be kept in it, first due first. */
    public record Line(RepairCase repairCase, String projectName, List<Commitment> open) {}

    public record Page(List<Line> lines, long total) {}

    /** The running cases of one unit: how many, due today, late. */
    public record UnitLoad(Unit unit, long running, long dueToday, long late, long behindTarget) {}

    /**
     * @param late only cases with a hard promise past its deadline
     * @param byDeadline what is due first comes first; else the newest notice
     */
    public Page list(Query query, boolean late, boolean byDeadline, int page, int size) {
        Filter filter = cases.filter(query);
        Instant lateAt = late ? clock.instant() : null;
        List<RepairCase> found = repository.page(filter, lateAt, byDeadline, (long) page * size, size);
        return new Page(lines(found), repository.count(filter, lateAt));
    }

    /** The newest cases of a project; whether the project may be seen is the caller's business. */
    public List<Line> ofProject(String projectCode, int limit) {
        return lines(repository.ofProject(projectCode, limit));
    }

    private List<Line> lines(List<RepairCase> found) {
        Map<String, List<Commitment>> open =
                commitments.openOf(found.stream().map(RepairCase::caseNo).toList()).stream()
                        .collect(Collectors.groupingBy(Commitment::caseNo));
        Map<String, String> names = repository.projectNames(
                found.stream().map(c -> c.report().projectCode()).collect(Collectors.toSet()));
        return found.stream()
                .map(c -> new Line(
                        c,
                        names.getOrDefault(c.report().projectCode(), c.report().projectCode()),
                        // A case that ended owes nothing any more; what was broken stays on its own page.
                        c.stage().ended() ? List.of() : open.getOrDefault(c.caseNo(), List.of())))
                .toList();
    }

    /** A running case that is no ordinary one, with what still has to be kept in it, first due first. */
    public record Danger(RepairCase repairCase, @Nullable String siteTechnician, List<Commitment> open) {}

    /** All of them the acting person may see: these are too few and too serious for pages. */
    public List<Danger> dangers() {
        Actor actor = currentActor.get();
        List<CaseOverviewRepository.Danger> found = repository.dangers(actor.admin() ? null : actor.units());
        Map<String, List<Commitment>> open =
                commitments
                        .openOf(found.stream().map(d -> d.repairCase().caseNo()).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Commitment::caseNo));
        return found.stream()
                .map(d -> new Danger(
                        d.repairCase(),
                        d.siteTechnician(),
                        open.getOrDefault(d.repairCase().caseNo(), List.of())))
                .toList();
    }

    /** Every unit the acting person may see, HQ first. */
    public List<UnitLoad> loads() {
        Actor actor = currentActor.get();
        Set<String> units = actor.admin() ? null : actor.units();
        Instant now = clock.instant();
        Instant endOfDay =
                LocalDate.ofInstant(now, ZONE).plusDays(1).atStartOfDay(ZONE).toInstant();
        Map<String, Load> loads = repository.loads(units, now, endOfDay).stream()
                .collect(Collectors.toMap(Load::unit, Function.identity()));
        return directory.units().stream()
                .filter(unit -> actor.maySee(unit.code()))
                .map(unit -> {
                    Load l = loads.getOrDefault(unit.code(), new Load(unit.code(), 0, 0, 0, 0));
                    return new UnitLoad(unit, l.running(), l.dueToday(), l.late(), l.behindTarget());
                })
                .toList();
    }

    /** @return name of the site technician, or null while none is named */
    public @Nullable String siteTechnician(String caseNo) {
        return repository.link(caseNo).siteTechnician();
    }

    /** @return the instance of the case's flow */
    public @Nullable String processInstance(String caseNo) {
        return repository.link(caseNo).processInstanceId();
    }
}
