package cn.aftercare.revisit.app;

import cn.aftercare.revisit.Visit;
import cn.aftercare.survey.SurveyAnswered;
import cn.aftercare.survey.SurveyDeclined;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.app.Surveys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questionnaire that goes with a visit. */
@Service
@Transactional
public class VisitSurveys {

    private final Surveys surveys;
    private final Visits visits;
    private final RevisitStory story;

    VisitSurveys(Surveys surveys, Visits visits, RevisitStory story) {
        this.surveys = surveys;
        this.visits = visits;
        this.story = story;
    }

    /** Opens it once, however often it is asked for. */
    public void open(String visitNo) {
        Visit visit = visits.of(visitNo);
        story.tell(visitNo, "发出满意度调查", surveys.open(visit.projectCode(), visit.unit(), visitNo));
    }

    /** The owner's answer is filed. */
    @EventListener
    void on(SurveyAnswered answered) {
        String visitNo = answered.dossierNo();
        if (visitNo != null) {
            story.tell(visitNo, "业主填写满意度调查", surveys.archive(answered.surveyNo()));
        }
    }

    /** Wherever that was noted: with the task of the visit, or on the page of the survey. */
    @EventListener
    void on(SurveyDeclined declined) {
        if (declined.dossierNo() != null) {
            story.tell(declined.dossierNo(), "业主不填写满意度调查", declined.reason());
        }
    }

    /** The owner does not want to answer. */
    public void declined(String visitNo, String reason) {
        surveys.ofDossier(visitNo)
                .filter(survey -> survey.status() == SurveyStatus.OPEN)
                .ifPresent(survey -> surveys.declined(survey.surveyNo(), reason));
    }
}
