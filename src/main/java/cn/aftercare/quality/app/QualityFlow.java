package cn.aftercare.quality.app;

import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.StepDeadline;

/** The flows of items; in the engine {@code quality-feedback} and {@code quality-clock}. */
public interface QualityFlow {

    void start(QualityItem item);

    /** @return what is watching over the step from now on */
    String startClock(QualityItem item, StepDeadline step);

    void stopClock(StepDeadline step);
}
