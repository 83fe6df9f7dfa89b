package cn.aftercare.inspection;

/** Where a spot check of one project stands. */
public enum CheckStage {
    ORDERED("待检查"),
    RECTIFYING("整改中"),
    CLOSED("已闭环"),
    NOT_DONE("未能检查");

    private final String label;

    CheckStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == CLOSED || this == NOT_DONE;
    }
}
