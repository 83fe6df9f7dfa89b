package cn.aftercare.repair;

/** The owner's opinion of one repair. */
public enum Satisfaction {
    SATISFIED("满意"),
    ACCEPTABLE("基本满意"),
    DISSATISFIED("不满意");

    private final String label;

    Satisfaction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
