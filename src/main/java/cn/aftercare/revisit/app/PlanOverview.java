package cn.aftercare.revisit.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.DueVisits.Unplanned;
import cn.aftercare.revisit.persistence.PlanRepository;
import cn.aftercare.revisit.persistence.VisitListRepository;
import cn.aftercare.story.StoryEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and visits as lists, within the units the acting person may see. */
@Service
@Transactional(readOnly = true)
public class PlanOverview {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** So far ahead a due visit that no plan has is flagged. */
    private static final int FLAG_DAYS = 30;

    private final PlanRepository plans;
    private final VisitListRepository visits;
    private final RevisitStory story;
    private final DueVisits dues;
    private final CurrentActor currentActor;
    private final Clock clock;

    PlanOverview(
            PlanRepository plans,
            VisitListRepository visits,
            RevisitStory story,
            DueVisits dues,
            CurrentActor currentActor,
            Clock clock) {
        this.plans = plans;
        this.visits = visits;
        this.story = story;
        this.dues = dues;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One page of a list; pages count from 0. */
    public record Page<T>(List<T> rows, int page, long pages, long total) {}

    /**
     * The plan, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    public RevisitPlan visible(String planNo) {
        return plans.find(planNo)
                .filter(p -> currentActor.get().maySee(p.unit()))
                .orElseThrow(() -> new NotFoundException("没有回访计划 " + planNo));
    }

    public Page<RevisitPlan> plans(int page, int size) {
        Collection<String> units = currentActor.get().visibleUnits(null);
        return page(plans.list(units, (long) page * size, size), page, size, plans.count(units));
    }

    /** How many lines of each status; none where a status has none. */
    public Map<LineStatus, Integer> countByStatus(String planNo) {
        return plans.countByStatus(planNo);
    }

    public Page<PlanLine> lines(String planNo, int page, int size) {
        return page(plans.lines(planNo, (long) page * size, size), page, size, plans.countLines(planNo));
    }

    public List<StoryEvent> story(String planNo) {
        return story.of(planNo);
    }

    /** Visits, those not ended first, by planned day. */
    public Page<Visit> visits(@Nullable String unit, boolean openOnly, int page, int size) {
        Collection<String> units = currentActor.get().visibleUnits(unit);
        return page(visits.list(units, openOnly, (long) page * size, size), page, size, visits.count(units, openOnly));
    }

    /**
     * What is due soon or overdue and that no plan has.
     *
     * @param unit only what this unit plans; null or blank: all the acting person may see
     * @throws NotFoundException no such unit, or not for this person
     */
    public List<Unplanned> flagged(@Nullable String unit) {
        Actor actor = currentActor.get();
        actor.visibleUnits(unit);
        boolean any = unit == null || unit.isBlank();
        return dues.unplanned(LocalDate.ofInstant(clock.instant(), ZONE).plusDays(FLAG_DAYS)).stream()
                .filter(u -> any
                        ? actor.maySee(u.planningUnit())
                                || actor.maySee(u.project().unit())
                        : u.planningUnit().equals(unit))
                .toList();
    }

    static <T> Page<T> page(List<T> rows, int page, int size, long total) {
        return new Page<>(rows, page, (total + size - 1) / size, total);
    }
}
