package cn.aftercare.revisit.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.revisit.Fulfilment;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.PlanCount;
import cn.aftercare.revisit.PlannedVisit;
import cn.aftercare.revisit.persistence.PlanFiguresRepository;
import cn.aftercare.revisit.persistence.PlanFiguresRepository.Filter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the plans of a half-year were carried out, within the units the acting person may see. */
@Service
@Transactional(readOnly = true)
public class PlanFigures {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PlanFiguresRepository figures;
    private final CurrentActor currentActor;
    private final Clock clock;

    PlanFigures(PlanFiguresRepository figures, CurrentActor currentActor, Clock clock) {
        this.figures = figures;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Every line of every plan, drafts and supplements included, by unit and what became of it.
     *
     * @param unit the planning unit, or null
     * @throws cn.aftercare.problem.NotFoundException no such unit, or not for this person
     */
    public List<PlanCount> counts(@Nullable String unit, HalfYear period) {
        return figures.counts(filter(unit, period, null, false));
    }

    /**
     * The lines behind a count; pages count from 0.
     *
     * @param fulfilment only what this became of, or null
     * @param postponed only what was put off
     */
    public PlanOverview.Page<PlannedVisit> lines(
            @Nullable String unit,
            HalfYear period,
            @Nullable Fulfilment fulfilment,
            boolean postponed,
            int page,
            int size) {
        Filter filter = filter(unit, period, fulfilment, postponed);
        return PlanOverview.page(figures.list(filter, (long) page * size, size), page, size, figures.count(filter));
    }

    private Filter filter(@Nullable String unit, HalfYear period, @Nullable Fulfilment fulfilment, boolean postponed) {
        return new Filter(
                currentActor.get().visibleUnits(unit),
                period,
                LocalDate.ofInstant(clock.instant(), ZONE),
                fulfilment,
                postponed);
    }
}
