package cn.aftercare.dashboard.web;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.PromiseOutcome;
import cn.aftercare.dashboard.app.Picture;
import cn.aftercare.dashboard.web.DashboardView.CategoryRow;
import cn.aftercare.dashboard.web.DashboardView.Column;
import cn.aftercare.dashboard.web.DashboardView.FactorRow;
import cn.aftercare.dashboard.web.DashboardView.Figure;
import cn.aftercare.dashboard.web.DashboardView.PlanRow;
import cn.aftercare.dashboard.web.DashboardView.PromiseCell;
import cn.aftercare.dashboard.web.DashboardView.PromiseRow;
import cn.aftercare.dashboard.web.DashboardView.QuarterCell;
import cn.aftercare.dashboard.web.DashboardView.QuarterRow;
import cn.aftercare.dashboard.web.DashboardView.StageCell;
import cn.aftercare.dashboard.web.DashboardView.StageRow;
import cn.aftercare.organisation.Unit;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.CategoryCount;
import cn.aftercare.repair.PromiseCount;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.StageCount;
import cn.aftercare.revisit.Fulfilment;
import cn.aftercare.revisit.PlanCount;
import cn.aftercare.survey.SurveyAverages;
import cn.aftercare.survey.app.SurveyFigures.FactorAverage;
import cn.aftercare.survey.app.SurveyFigures.QuarterlyScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lays the picture out in tables and gives every number the link to what it counts. */
final class DashboardTables {

    private final Picture picture;
    private final FigureLinks links;
    private final List<Column> columns;

    DashboardTables(Picture picture) {
        this.picture = picture;
        this.links = new FigureLinks(picture.period(), picture.half());
        this.columns = columns(picture);
    }

    /** @param choices the units the acting person may choose from */
    DashboardView view(List<Unit> choices) {
        return new DashboardView(
                picture.unit() == null ? "" : picture.unit(),
                picture.period().from().toString(),
                picture.period().to().toString(),
                picture.half().label(),
                Times.minute(picture.asOf()),
                choices.stream().map(u -> new Column(u.code(), u.name())).toList(),
                columns,
                promises(),
                stages(),
                plans(),
                quarters(),
                picture.factors().stream().map(this::factor).toList(),
                categories());
    }

    private static List<Column> columns(Picture picture) {
        List<Column> columns = new ArrayList<>(picture.units().stream()
                .map(u -> new Column(u.code(), u.name()))
                .toList());
        if (columns.size() > 1) {
            columns.add(new Column("", "合计"));
        }
        return columns;
    }

    /** The total counts whatever there is. */
    private static boolean in(Column column, String unit) {
        return column.code().isEmpty() || column.code().equals(unit);
    }

    private List<PromiseRow> promises() {
        return Arrays.stream(CommitmentType.values())
                .filter(type -> picture.promises().stream().anyMatch(p -> p.promise() == type))
                .map(type -> new PromiseRow(
                        type.name(),
                        type.label(),
                        columns.stream().map(column -> promise(column, type)).toList()))
                .toList();
    }

    private PromiseCell promise(Column column, CommitmentType type) {
        return new PromiseCell(
                promise(column, type, "MET", o -> o == PromiseOutcome.MET),
                promise(column, type, "DECIDED", PromiseOutcome::decided),
                promise(column, type, "MET_LATE", o -> o == PromiseOutcome.MET_LATE),
                promise(column, type, "BREACHED", o -> o == PromiseOutcome.BREACHED),
                promise(column, type, "RUNNING", o -> o == PromiseOutcome.RUNNING));
    }

    private Figure promise(Column column, CommitmentType type, String code, Predicate<PromiseOutcome> outcome) {
        long cases = picture.promises().stream()
                .filter(p -> in(column, p.unit()) && p.promise() == type && outcome.test(p.outcome()))
                .mapToLong(PromiseCount::cases)
                .sum();
        return new Figure(cases, links.promise(column.code(), type, code));
    }

    private List<StageRow> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> picture.stages().stream().anyMatch(s -> s.stage() == stage))
                .map(stage -> new StageRow(
                        stage.name(),
                        stage.label(),
                        columns.stream().map(column -> stage(column, stage)).toList()))
                .toList();
    }

    private StageCell stage(Column column, Stage stage) {
        List<StageCount> counts = picture.stages().stream()
                .filter(s -> in(column, s.unit()) && s.stage() == stage)
                .toList();
        return new StageCell(
                new Figure(
                        counts.stream().mapToLong(StageCount::cases).sum(), links.stage(column.code(), stage, false)),
                new Figure(counts.stream().mapToLong(StageCount::late).sum(), links.stage(column.code(), stage, true)));
    }

    private List<PlanRow> plans() {
        return columns.stream().map(this::plan).toList();
    }

    private PlanRow plan(Column column) {
        List<PlanCount> counts =
                picture.plans().stream().filter(p -> in(column, p.unit())).toList();
        long unplanned = picture.unplanned().entrySet().stream()
                .filter(e -> in(column, e.getKey()))
                .mapToLong(e -> e.getValue())
                .sum();
        return new PlanRow(
                column.code(),
                column.name(),
                new Figure(counts.stream().mapToLong(PlanCount::lines).sum(), links.plan(column.code(), "")),
                plan(column, counts, Fulfilment.VISITED),
                plan(column, counts, Fulfilment.LATE),
                plan(column, counts, Fulfilment.OPEN),
                plan(column, counts, Fulfilment.CANCELLED),
                new Figure(
                        counts.stream().mapToLong(PlanCount::postponed).sum(), links.plan(column.code(), "POSTPONED")),
                new Figure(unplanned, links.unplanned(column.code())));
    }

    private Figure plan(Column column, List<PlanCount> counts, Fulfilment fulfilment) {
        return new Figure(
                counts.stream()
                        .filter(p -> p.fulfilment() == fulfilment)
                        .mapToLong(PlanCount::lines)
                        .sum(),
                links.plan(column.code(), fulfilment.name()));
    }

    private record Quarter(int year, int quarter) implements Comparable<Quarter> {

        static Quarter of(QuarterlyScore score) {
            return new Quarter(score.year(), score.quarter());
        }

        @Override
        public int compareTo(Quarter other) {
            return Comparator.comparing(Quarter::year)
                    .thenComparing(Quarter::quarter)
                    .compare(this, other);
        }
    }

    private List<QuarterRow> quarters() {
        Set<Quarter> quarters =
                picture.quarters().stream().map(Quarter::of).collect(Collectors.toCollection(TreeSet::new));
        return quarters.stream()
                .map(q -> new QuarterRow(
                        q.year() + "年第" + q.quarter() + "季度",
                        columns.stream().map(column -> quarter(column, q)).toList()))
                .toList();
    }

    private QuarterCell quarter(Column column, Quarter quarter) {
        List<QuarterlyScore> scores = picture.quarters().stream()
                .filter(s -> in(column, s.unit()) && Quarter.of(s).equals(quarter))
                .toList();
        int surveys = scores.stream().mapToInt(QuarterlyScore::surveys).sum();
        BigDecimal sum = scores.stream().map(QuarterlyScore::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new QuarterCell(
                surveys == 0 ? null : SurveyAverages.average(sum, surveys).toPlainString(),
                new Figure(surveys, links.quarter(column.code(), quarter.year(), quarter.quarter())));
    }

    private FactorRow factor(FactorAverage f) {
        return new FactorRow(
                f.factor().name(),
                f.factor().label(),
                f.average().toPlainString(),
                new Figure(f.surveys(), links.answers(picture.unit())));
    }

    /** The busiest first. */
    private List<CategoryRow> categories() {
        return Arrays.stream(DefectCategory.values())
                .filter(category -> cases(category) > 0)
                .sorted(Comparator.comparing(this::cases).reversed())
                .map(category -> new CategoryRow(
                        category.name(),
                        category.label(),
                        columns.stream()
                                .map(column -> category(column, category))
                                .toList()))
                .toList();
    }

    private long cases(DefectCategory category) {
        return picture.categories().stream()
                .filter(c -> c.category() == category)
                .mapToLong(CategoryCount::cases)
                .sum();
    }

    private Figure category(Column column, DefectCategory category) {
        long cases = picture.categories().stream()
                .filter(c -> in(column, c.unit()) && c.category() == category)
                .mapToLong(CategoryCount::cases)
                .sum();
        return new Figure(cases, links.category(column.code(), category));
    }
}
