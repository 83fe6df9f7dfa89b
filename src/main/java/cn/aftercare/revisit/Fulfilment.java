package cn.aftercare.revisit;

/** What became of a line of a plan; every line is exactly one of these. */
public enum Fulfilment {
    VISITED("已回访"),
    /** The last day it is in time has passed without a visit. */
    LATE("逾期未访"),
    OPEN("待回访"),
    /** Taken out of the plan, or the visit was given up. */
    CANCELLED("已取消");

    private final String label;

    Fulfilment(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
