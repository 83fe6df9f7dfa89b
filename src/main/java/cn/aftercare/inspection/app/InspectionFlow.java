package cn.aftercare.inspection.app;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.SpotCheck;

/** The engine's side of checks and reports; who may do so was checked before. */
public interface InspectionFlow {

    void startCheck(SpotCheck check);

    void startReport(RectificationReport report);

    /** The repair opened for the finding has ended; it can be verified now. */
    void repairEnded(String checkNo, String findingNo);
}
