package cn.aftercare.substitution;

/** Where a substitution stands. */
public enum SubstitutionStatus {
    /** The leave has not begun. */
    PLANNED("待生效"),
    /** The substitute acts. */
    ACTIVE("替岗中"),
    ENDED("已结束"),
    /** Taken back before it began. */
    WITHDRAWN("已撤销");

    private final String label;

    SubstitutionStatus(String label) {
        this.label = label;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }

    public boolean open() {
        return this == PLANNED || this == ACTIVE;
    }
}
