package cn.aftercare.satisfaction.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.record.QuestionnairePaper;
import cn.aftercare.record.document.QuestionnaireDocument;
import cn.aftercare.satisfaction.persistence.YearSurveyRepository;
import cn.aftercare.survey.app.SurveyPapers;
import cn.aftercare.survey.app.Surveys;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints in one go the questionnaires of a year whose owners no mail reaches. */
@Service
@Transactional(readOnly = true)
public class YearSurveyPapers {

    /** So many sheets a printer takes at once, and a file stays handy. */
    static final int PER_FILE = 100;

    private final YearSurveyRepository repository;
    private final Surveys surveys;
    private final SurveyPapers papers;
    private final QuestionnaireDocument document;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    YearSurveyPapers(
            YearSurveyRepository repository,
            Surveys surveys,
            SurveyPapers papers,
            QuestionnaireDocument document,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.repository = repository;
        this.surveys = surveys;
        this.papers = papers;
        this.document = document;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** How many files the acting person prints for a year; 0: nobody is asked on paper, or it is not this person's work. */
    public int files(int year, @Nullable String unit) {
        return (int) ((repository.countOnPaper(year, units(unit)) + PER_FILE - 1) / PER_FILE);
    }

    /**
     * A Word file with up to a hundred questionnaires, by unit and project: the open ones whose owner has no mail address or
     * whose mail came back.
     *
     * @param unit null or blank: all for which the acting person runs the survey
     * @param file counted from 1
     * @throws NotFoundException for a unit the person may not see
     * @throws ConflictException when there is nothing to print
     */
    public byte[] print(int year, @Nullable String unit, int file) {
        List<QuestionnairePaper> sheets =
                repository.onPaper(year, units(unit), (long) (file - 1) * PER_FILE, PER_FILE).stream()
                        .map(surveyNo -> papers.paper(surveys.visible(surveyNo)))
                        .toList();
        if (sheets.isEmpty()) {
            throw new ConflictException(year + "年度没有需要打印的调查表");
        }
        return document.write(year + "年度满意度调查", sheets.size() + " 份 第" + file + "册", sheets, clock.instant());
    }

    private Set<String> units(@Nullable String unit) {
        Set<String> visible = currentActor.get().visibleUnits(unit);
        return directory.units().stream()
                .map(u -> u.code())
                .filter(code -> visible == null || visible.contains(code))
                .filter(papers::permitted)
                .collect(Collectors.toSet());
    }
}
