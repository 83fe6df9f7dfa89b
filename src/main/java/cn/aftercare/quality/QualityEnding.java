package cn.aftercare.quality;

/** With what an item has ended: nothing ends silently. */
public enum QualityEnding {
    EFFECTIVE("措施有效"),
    DECIDED("已作决定");

    private final String label;

    QualityEnding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
