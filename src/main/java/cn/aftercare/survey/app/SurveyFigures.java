package cn.aftercare.survey.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.SatisfactionRow;
import cn.aftercare.record.document.SatisfactionWorkbook;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.SurveyAnswers;
import cn.aftercare.survey.SurveyAverages;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyLine;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.persistence.SurveyRepository;
import cn.aftercare.survey.persistence.SurveyRepository.Filter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the surveys say together. Everything is narrowed to the units the acting person may see. Years are the years
 * surveys count for, months the months in which owners filled them in, in Asia/Shanghai.
 */
@Service
@Transactional(readOnly = true)
public class SurveyFigures {

    private static final int MAX_PAGE = 200;

    private final SurveyRepository surveys;
    private final SatisfactionWorkbook workbook;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    SurveyFigures(
            SurveyRepository surveys,
            SatisfactionWorkbook workbook,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.surveys = surveys;
        this.workbook = workbook;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One page of surveys, newest first; pages count from 0. */
    public record Page(List<SurveyLine> lines, long total) {}

    /**
     * @param unit only this unit, or null; year and status likewise
     * @throws NotFoundException no such unit, or not for this person
     * @throws InvalidInputException page or size out of range
     */
    public Page list(@Nullable String unit, @Nullable Integer year, @Nullable SurveyStatus status, int page, int size) {
        if (page < 0 || page > 1_000_000) {
            throw new InvalidInputException("page", "页码(page):应从 0 起");
        }
        if (size < 1 || size > MAX_PAGE) {
            throw new InvalidInputException("size", "每页条数(size):应为 1 至 " + MAX_PAGE);
        }
        Filter filter = new Filter(currentActor.get().visibleUnits(unit), year, status, null, null);
        return new Page(surveys.page(filter, (long) page * size, size), surveys.count(filter));
    }

    /**
     * The scores by unit, project, factor and year as an Excel file.
     *
     * @param unit only this unit, or null; year likewise
     * @throws NotFoundException no such unit, or not for this person
     */
    public byte[] xlsx(@Nullable String unit, @Nullable Integer year) {
        List<Survey> answered = surveys.all(Filter.answered(currentActor.get().visibleUnits(unit), year, null, null));
        Map<String, Project> known =
                projects
                        .findAll(answered.stream()
                                .map(Survey::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, Function.identity()));
        List<SatisfactionRow> rows = answered.stream()
                .map(s -> row(s, Objects.requireNonNull(known.get(s.projectCode()))))
                .toList();
        return workbook.write(rows, clock.instant());
    }

    /** @param average of 合计, two decimals half up */
    public record MonthlyAverage(String unit, YearMonth month, int surveys, BigDecimal average) {}

    /**
     * The average 合计 of every unit and month that has answers, by unit and month.
     *
     * @param unit only this unit, or null
     * @param from first month
     * @param to last month, inclusive
     */
    public List<MonthlyAverage> monthly(@Nullable String unit, YearMonth from, YearMonth to) {
        record Key(String unit, YearMonth month) {}
        Map<Key, List<SurveyAnswers>> groups = within(unit, from, to)
                .collect(Collectors.groupingBy(
                        s -> new Key(s.unit(), month(s)),
                        () -> new TreeMap<>(Comparator.comparing(Key::unit).thenComparing(Key::month)),
                        Collectors.mapping(s -> reply(s).answers(), Collectors.toList())));
        return groups.entrySet().stream()
                .map(e -> {
                    SurveyAverages averages = SurveyAverages.of(e.getValue());
                    return new MonthlyAverage(
                            e.getKey().unit(), e.getKey().month(), averages.surveys(), averages.total());
                })
                .toList();
    }

    /** @param average score from 0.00 to 100.00, unweighted */
    public record FactorAverage(SurveyFactor factor, int surveys, BigDecimal average) {}

    /**
     * The factors owners are least satisfied with, worst first, in the order of the form when equal; empty without answers.
     *
     * @param unit only this unit, or null
     * @param from first month
     * @param to last month, inclusive
     */
    public List<FactorAverage> weakest(@Nullable String unit, YearMonth from, YearMonth to, int limit) {
        List<SurveyAnswers> answers =
                within(unit, from, to).map(s -> reply(s).answers()).toList();
        if (answers.isEmpty()) {
            return List.of();
        }
        SurveyAverages averages = SurveyAverages.of(answers);
        return Arrays.stream(SurveyFactor.values())
                .map(f -> new FactorAverage(
                        f, averages.surveys(), averages.points().get(f)))
                .sorted(Comparator.comparing(FactorAverage::average))
                .limit(limit)
                .toList();
    }

    private Stream<Survey> within(@Nullable String unit, YearMonth from, YearMonth to) {
        return surveys
                .all(Filter.answered(currentActor.get().visibleUnits(unit), null, from.atDay(1), to.atEndOfMonth()))
                .stream();
    }

    private static YearMonth month(Survey survey) {
        return YearMonth.from(reply(survey).filledOn());
    }

    private static SurveyReply reply(Survey survey) {
        return Objects.requireNonNull(survey.answered()).reply();
    }

    private SatisfactionRow row(Survey survey, Project project) {
        Survey.Answered answered = Objects.requireNonNull(survey.answered());
        return new SatisfactionRow(
                survey.surveyNo(),
                survey.year(),
                directory.unitName(survey.unit()),
                project.code(),
                project.name(),
                project.ownerName(),
                answered.source(),
                answered.reply());
    }
}
