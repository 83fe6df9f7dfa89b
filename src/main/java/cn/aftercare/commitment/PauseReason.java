package cn.aftercare.commitment;

/** Why the clocks of a case may stand still. */
public enum PauseReason {
    MATERIAL("等待材料"),
    ACCESS("无法进场"),
    OWNER("业主原因");

    private final String label;

    PauseReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
