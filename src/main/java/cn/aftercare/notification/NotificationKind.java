package cn.aftercare.notification;

/** What a notification is about. */
public enum NotificationKind {
    /** A promise is coming due. */
    REMINDER("提醒"),
    /** A promise was not kept; somebody has to supervise. */
    BREACH("逾期督办"),
    /** A crew is sent out. */
    DISPATCH("派工"),
    /** Something was reported to an authority. */
    REPORT("报告");

    private final String label;

    NotificationKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
