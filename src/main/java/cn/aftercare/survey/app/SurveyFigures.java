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
import cn.aftercare.survey.SurveyAverages;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyLine;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.persistence.SurveyRepository;
import cn.aftercare.survey.persistence.SurveyRepository.Filter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the surveys say together. Everything is narrowed to the units the acting person may see. Years are the years
 * surveys count for, days and quarters those in which owners filled them in.
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
     * @param from first day of the owners' answers, or null
     * @param to last day, inclusive, or null
     * @throws NotFoundException no such unit, or not for this person
     * @throws InvalidInputException page or size out of range
     */
    public Page list(
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable SurveyStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int page,
            int size) {
        if (page < 0 || page > 1_000_000) {
            throw new InvalidInputException("page", "页码(page):应从 0 起");
        }
        if (size < 1 || size > MAX_PAGE) {
            throw new InvalidInputException("size", "每页条数(size):应为 1 至 " + MAX_PAGE);
        }
        Filter filter = new Filter(currentActor.get().visibleUnits(unit), year, status, from, to);
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

    /**
     * @param quarter 1 to 4
     * @param sum of 合计
     */
    public record QuarterlyScore(String unit, int year, int quarter, int surveys, BigDecimal sum) {

        /** Of 合计, two decimals half up. */
        public BigDecimal average() {
            return SurveyAverages.average(sum, surveys);
        }
    }

    /**
     * The average 合计 of every unit and quarter that has answers, by unit and quarter.
     *
     * @param unit only this unit, or null
     * @param from first day of the owners' answers
     * @param to last day, inclusive
     */
    public List<QuarterlyScore> quarterly(@Nullable String unit, LocalDate from, LocalDate to) {
        return surveys.quarters(within(unit, from, to)).stream()
                .map(q -> new QuarterlyScore(q.unit(), q.year(), q.quarter(), q.surveys(), q.total()))
                .toList();
    }

    /** @param average score from 0.00 to 100.00, unweighted */
    public record FactorAverage(SurveyFactor factor, int surveys, BigDecimal average) {}

    /**
     * The factors owners are least satisfied with, worst first, in the order of the form when equal; empty without answers.
     *
     * @param unit only this unit, or null
     * @param from first day of the owners' answers
     * @param to last day, inclusive
     */
    public List<FactorAverage> weakest(@Nullable String unit, LocalDate from, LocalDate to, int limit) {
        return surveys.factors(within(unit, from, to)).stream()
                .map(f -> new FactorAverage(
                        f.factor(), f.surveys(), SurveyAverages.average(BigDecimal.valueOf(f.points()), f.surveys())))
                .sorted(Comparator.comparing(FactorAverage::average).thenComparing(FactorAverage::factor))
                .limit(limit)
                .toList();
    }

    private Filter within(@Nullable String unit, LocalDate from, LocalDate to) {
        return Filter.answered(currentActor.get().visibleUnits(unit), null, from, to);
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
