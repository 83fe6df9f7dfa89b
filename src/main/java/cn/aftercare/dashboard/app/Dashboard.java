package cn.aftercare.dashboard.app;

import cn.aftercare.dashboard.Period;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.app.CaseFigures;
import cn.aftercare.repair.app.RepairCases.Query;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.app.PlanFigures;
import cn.aftercare.revisit.app.PlanOverview;
import cn.aftercare.survey.app.SurveyFigures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks every room for its figures. It counts nothing itself, so that no figure has a second definition. */
@Service
@Transactional(readOnly = true)
public class Dashboard {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WEAKEST = 5;

    private final CaseFigures cases;
    private final PlanFigures plans;
    private final PlanOverview dues;
    private final SurveyFigures surveys;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    Dashboard(
            CaseFigures cases,
            PlanFigures plans,
            PlanOverview dues,
            SurveyFigures surveys,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.dues = dues;
        this.surveys = surveys;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws NotPermittedException unless the acting person supervises a unit */
    public void requireSupervisor() {
        if (!currentActor.get().supervises()) {
            throw new NotPermittedException("只有维保经理、项目管理部、生产履约管理岗、质量部门和最高管理者可以查看管理看板");
        }
    }

    /**
     * @param wanted the only unit to show; null or blank: all the acting person may see
     * @param from first day; null: twelve months before the last
     * @param to last day, inclusive; null: today
     * @throws NotPermittedException the person supervises no unit
     * @throws cn.aftercare.problem.NotFoundException no such unit, or not for this person
     * @throws cn.aftercare.problem.InvalidInputException the period ends before it begins
     */
    public Picture of(@Nullable String wanted, @Nullable LocalDate from, @Nullable LocalDate to) {
        requireSupervisor();
        Actor actor = currentActor.get();
        actor.visibleUnits(wanted);
        String unit = wanted == null || wanted.isBlank() ? null : wanted;
        Instant now = clock.instant();
        Period period = Period.of(from, to, LocalDate.ofInstant(now, ZONE));
        HalfYear half = HalfYear.of(period.to());
        Query received = new Query(unit, null, period.from(), period.to(), null);
        return new Picture(
                unit,
                directory.units().stream()
                        .filter(u ->
                                unit == null ? actor.maySee(u.code()) : u.code().equals(unit))
                        .toList(),
                period,
                half,
                now,
                cases.promises(received),
                cases.stages(new Query(unit, null, null, null, null)),
                plans.counts(unit, half),
                dues.flagged(unit).stream()
                        .collect(Collectors.groupingBy(u -> u.planningUnit(), Collectors.counting())),
                surveys.quarterly(unit, period.from(), period.to()),
                surveys.weakest(unit, period.from(), period.to(), WEAKEST),
                cases.categories(received));
    }
}
