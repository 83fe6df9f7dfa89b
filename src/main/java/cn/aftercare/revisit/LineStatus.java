package cn.aftercare.revisit;

/** What became of a due visit in the plan; anything but as compiled has a reason. */
public enum LineStatus {
    PLANNED("列入"),
    POSTPONED("改期"),
    ADDED("增加"),
    CANCELLED("取消");

    private final String label;

    LineStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
