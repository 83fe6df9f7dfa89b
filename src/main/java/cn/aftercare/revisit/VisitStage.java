package cn.aftercare.revisit;

/** Where a visit stands. */
public enum VisitStage {
    PLANNED("待回访"),
    VISITING("回访中"),
    FOLLOWING_UP("跟踪处理"),
    SIGNING("签字归档"),
    FILING("总部备案"),
    CLOSED("已结束"),
    CANCELLED("已取消");

    private final String label;

    VisitStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }
}
