package cn.aftercare.quality;

/** What a measure is for. */
public enum MeasureKind {
    CORRECTIVE("纠正措施"),
    PREVENTIVE("预防措施");

    private final String label;

    MeasureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
