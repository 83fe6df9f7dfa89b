package cn.aftercare.revisit.app;

import cn.aftercare.survey.SurveyAnswered;
import cn.aftercare.survey.SurveyDeclined;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets a visit go on once its questionnaire is answered or declined. Only at the end of the transaction: when the
 * refusal is noted with the visit's own task, that task is just being completed and must not be ended a second time.
 */
@Component
class SettledSurveys {

    private final RevisitFlow flow;

    SettledSurveys(RevisitFlow flow) {
        this.flow = flow;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(SurveyAnswered answered) {
        settled(answered.dossierNo());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(SurveyDeclined declined) {
        settled(declined.dossierNo());
    }

    private void settled(@Nullable String visitNo) {
        if (visitNo != null) {
            flow.surveySettled(visitNo);
        }
    }
}
