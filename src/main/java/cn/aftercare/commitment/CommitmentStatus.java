package cn.aftercare.commitment;

/** State of one promise; MET_LATE was breached and then done. */
public enum CommitmentStatus {
    RUNNING("计时中"),
    PAUSED("已暂停"),
    MET("按时兑现"),
    BREACHED("已逾期"),
    MET_LATE("逾期兑现"),
    CANCELLED("已取消");

    private final String label;

    CommitmentStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the promise still has to be kept. */
    public boolean open() {
        return this == RUNNING || this == PAUSED || this == BREACHED;
    }
}
