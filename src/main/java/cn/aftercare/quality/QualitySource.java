package cn.aftercare.quality;

/** Where quality information comes from (R-74..R-76). */
public enum QualitySource {
    QUESTIONNAIRE("年度满意度调查"),
    CONTACT("直接接触"),
    COMPLAINT("投诉"),
    VISIT("回访"),
    REPAIR("维修");

    private final String label;

    QualitySource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
