package cn.aftercare.commitment;

/** What became of a promise, as figures count it; a cancelled promise counts nowhere. */
public enum PromiseOutcome {
    MET("按时兑现"),
    MET_LATE("逾期兑现"),
    /** Past its deadline and still not kept, or never kept. */
    BREACHED("逾期未兑现"),
    /** Running or paused, the deadline still ahead. */
    RUNNING("未到期");

    private final String label;

    PromiseOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is known if the promise was kept in time; only such promises make an on-time rate. */
    public boolean decided() {
        return this != RUNNING;
    }
}
