package cn.aftercare.revisit.app;

import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;

/** The engine's side of plans and visits; who may do so was checked before. */
public interface RevisitFlow {

    void startPlan(RevisitPlan plan);

    /** Starts a planned visit; its task appears when the day is near. */
    void startVisit(Visit visit);

    /** Every repair the visit led to has ended. */
    void repairsClosed(String visitNo);

    /** The owner answered the questionnaire of the visit, or will not; nothing happens when the visit knows already. */
    void surveySettled(String visitNo);

    /** Ends a visit that waits for its day. */
    void cancel(String visitNo, String reason);
}
