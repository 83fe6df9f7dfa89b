package cn.aftercare.dashboard.app;

import cn.aftercare.dashboard.Period;
import cn.aftercare.organisation.Unit;
import cn.aftercare.repair.CategoryCount;
import cn.aftercare.repair.PromiseCount;
import cn.aftercare.repair.StageCount;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.PlanCount;
import cn.aftercare.survey.app.SurveyFigures.FactorAverage;
import cn.aftercare.survey.app.SurveyFigures.QuarterlyScore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The managers' picture: every room's own figures beside each other, narrowed to what one person may see.
 *
 * @param unit the only unit it is about, or null
 * @param units those it is about, HQ first
 * @param half of the period's last day; the plans are of it
 * @param promises of the cases received in the period
 * @param stages of the cases running now, whenever they were received
 * @param unplanned visits due now that no plan has, by planning unit
 * @param quarters of the answers given in the period, as the factors
 * @param categories of the cases received in the period
 */
public record Picture(
        @Nullable String unit,
        List<Unit> units,
        Period period,
        HalfYear half,
        Instant asOf,
        List<PromiseCount> promises,
        List<StageCount> stages,
        List<PlanCount> plans,
        Map<String, Long> unplanned,
        List<QuarterlyScore> quarters,
        List<FactorAverage> factors,
        List<CategoryCount> categories) {}
