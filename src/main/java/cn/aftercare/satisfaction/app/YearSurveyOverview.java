package cn.aftercare.satisfaction.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.satisfaction.Questionnaire;
import cn.aftercare.satisfaction.ResponseRate;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.satisfaction.persistence.YearSurveyRepository;
import cn.aftercare.survey.SurveyStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Yearly surveys as the acting person may see them: the own unit's questionnaires. */
@Service
@Transactional(readOnly = true)
public class YearSurveyOverview {

    private final YearSurveyRepository repository;
    private final CurrentActor currentActor;

    YearSurveyOverview(YearSurveyRepository repository, CurrentActor currentActor) {
        this.repository = repository;
        this.currentActor = currentActor;
    }

    /** The newest first. */
    public List<YearSurvey> all() {
        return repository.all();
    }

    /**
     * A yearly survey by its number, for HQ, whose flow it is.
     *
     * @throws NotFoundException when there is none, or not for this person
     */
    public YearSurvey handled(String number) {
        return repository.all().stream()
                .filter(survey -> survey.number().equals(number) && mayFollow())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("没有年度满意度调查 " + number));
    }

    /** Whether the acting person may see how the flow went. */
    public boolean mayFollow() {
        return currentActor.get().maySee(Actor.HQ);
    }

    public List<ResponseRate> rates(int year) {
        return repository.rates(year, currentActor.get().visibleUnits(null));
    }

    public record Found(List<Questionnaire> questionnaires, long total) {}

    /**
     * @param unit null or blank: all the person may see
     * @throws NotFoundException for a unit the person may not see
     */
    public Found page(int year, @Nullable String unit, @Nullable SurveyStatus status, int page, int size) {
        Set<String> units = currentActor.get().visibleUnits(unit);
        return new Found(
                repository.list(year, units, status, (long) page * size, size), repository.count(year, units, status));
    }
}
