package cn.aftercare.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture as JSON: tables whose cells stand in the order of the columns. A column is a unit; the last one, with an
 * empty code, is their total, and is missing when there is only one.
 *
 * @param unit the only unit it is about, or empty
 * @param choices the units it can be narrowed to
 */
record DashboardView(
        String unit,
        String from,
        String to,
        String halfName,
        String asOf,
        List<Column> choices,
        List<Column> columns,
        List<PromiseRow> promises,
        List<StageRow> stages,
        List<PlanRow> plans,
        List<QuarterRow> quarters,
        List<FactorRow> factors,
        List<CategoryRow> categories) {

    record Column(String code, String name) {}

    /** A number and the page that lists what it counts. */
    record Figure(long count, String href) {}

    /** @param decided kept or past the deadline: the whole of which {@code met} is the part kept in time */
    record PromiseCell(Figure met, Figure decided, Figure metLate, Figure breached, Figure running) {}

    record PromiseRow(String code, String name, List<PromiseCell> cells) {}

    record StageCell(Figure open, Figure late) {}

    record StageRow(String code, String name, List<StageCell> cells) {}

    record PlanRow(
            String code,
            String name,
            Figure lines,
            Figure visited,
            Figure late,
            Figure open,
            Figure cancelled,
            Figure postponed,
            Figure unplanned) {}

    /** @param average two decimals, null without answers */
    record QuarterCell(@Nullable String average, Figure surveys) {}

    record QuarterRow(String name, List<QuarterCell> cells) {}

    record FactorRow(String code, String name, String average, Figure surveys) {}

    record CategoryRow(String code, String name, List<Figure> cells) {}
}
