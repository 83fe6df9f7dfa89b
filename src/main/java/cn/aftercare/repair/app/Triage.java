package cn.aftercare.repair.app;

import cn.aftercare.commitment.CaseKind;

/** How a case is to be treated (DMN {@code repair-triage}). */
public interface Triage {

    CaseKind kind(boolean structural, boolean emergency);
}
