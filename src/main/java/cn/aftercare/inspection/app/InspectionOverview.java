package cn.aftercare.inspection.app;

import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.DrawLine;
import cn.aftercare.inspection.FindingCount;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportLine;
import cn.aftercare.inspection.ReportStatus;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.persistence.CheckListRepository;
import cn.aftercare.inspection.persistence.DrawRepository;
import cn.aftercare.inspection.persistence.ReportRepository;
import cn.aftercare.organisation.app.CurrentActor;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws, checks and reports as lists, within the units the acting person may see. Pages count from 0. */
@Service
@Transactional(readOnly = true)
public class InspectionOverview {

    private final DrawRepository draws;
    private final CheckListRepository checks;
    private final ReportRepository reports;
    private final CurrentActor currentActor;
    private final Clock clock;

    InspectionOverview(
            DrawRepository draws,
            CheckListRepository checks,
            ReportRepository reports,
            CurrentActor currentActor,
            Clock clock) {
        this.draws = draws;
        this.checks = checks;
        this.reports = reports;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One page of a list. */
    public record Page<T>(List<T> rows, int page, long pages, long total) {}

    /** Which part of a list: all of it where null. */
    public record Filter(@Nullable String unit, @Nullable YearMonth month, int page, int size) {

        long offset() {
            return (long) page * size;
        }
    }

    public Page<SpotCheck> checks(Filter f, @Nullable CheckStage stage) {
        Collection<String> units = currentActor.get().visibleUnits(f.unit());
        return page(
                checks.list(units, f.month(), stage, f.offset(), f.size()), f, checks.count(units, f.month(), stage));
    }

    /** By check; one without findings is not in it. */
    public Map<String, FindingCount> findings(List<SpotCheck> of) {
        return checks.findings(of.stream().map(SpotCheck::checkNo).toList(), clock.instant());
    }

    public Page<RectificationReport> reports(Filter f, @Nullable ReportStatus status) {
        Collection<String> units = currentActor.get().visibleUnits(f.unit());
        return page(
                reports.list(units, f.month(), status, f.offset(), f.size()),
                f,
                reports.count(units, f.month(), status));
    }

    public Page<DrawLine> draws(Filter f) {
        Collection<String> units = currentActor.get().visibleUnits(f.unit());
        return page(draws.list(units, f.offset(), f.size()), f, draws.count(units));
    }

    public Page<ReportLine> lines(String reportNo, Filter f) {
        return page(reports.lines(reportNo, f.offset(), f.size()), f, reports.countLines(reportNo));
    }

    private static <T> Page<T> page(List<T> rows, Filter f, long total) {
        return new Page<>(rows, f.page(), (total + f.size() - 1) / f.size(), total);
    }
}
