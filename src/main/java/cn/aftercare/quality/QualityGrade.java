package cn.aftercare.quality;

/** How grave it is. */
public enum QualityGrade {
    ORDINARY("一般"),
    LARGER("较大"),
    MAJOR("重大");

    private final String label;

    QualityGrade(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
