package cn.aftercare.inspection;

/** What has a deadline here; the numbers are in decision {@code inspection-policy}. */
public enum Matter {
    /** Going to the project. */
    CHECK,
    /** Rectifying a finding. */
    RECTIFY,
    /** Verifying a rectification. */
    VERIFY,
    /** Reporting the month; due at the month's end. */
    REPORT,
    /** Reporting again what headquarters sent back. */
    RESUBMIT,
    /** Receiving a report at headquarters. */
    RECEIVE
}
