package cn.aftercare.revisit.app;

import cn.aftercare.revisit.Visit;
import cn.aftercare.survey.SurveyAnswered;
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
    private final RevisitFlow flow;
    private final RevisitStory story;

    VisitSurveys(Surveys surveys, Visits visits, RevisitFlow flow, RevisitStory story) {
        this.surveys = surveys;
        this.visits = visits;
        this.flow = flow;
        this.story = story;
    }

    /** Opens it once, however often it is asked for. */
    public void open(String visitNo) {
        Visit visit = visits.of(visitNo);
        story.tell(visitNo, "发出满意度调查", surveys.open(visit.projectCode(), visit.unit(), visitNo));
    }

    /** The owner's answer is filed, and the flow goes on. */
    @EventListener
    void on(SurveyAnswered answered) {
        String visitNo = answered.dossierNo();
        if (visitNo != null) {
            story.tell(visitNo, "业主填写满意度调查", surveys.archive(answered.surveyNo()));
            flow.surveyAnswered(visitNo);
        }
    }

    /** The owner does not want to answer; it may have been noted on the page of the survey already. */
    public void declined(String visitNo, String reason) {
        surveys.ofDossier(visitNo)
                .filter(survey -> survey.status() == SurveyStatus.OPEN)
                .ifPresent(survey -> surveys.declined(survey.surveyNo(), reason));
        story.tell(visitNo, "业主不填写满意度调查", reason);
    }
}
