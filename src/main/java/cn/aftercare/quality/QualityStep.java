package cn.aftercare.quality;

/** Something a department has to do with an item until a day. */
public enum QualityStep {
    CLASSIFY("分类分级"),
    ASSESS("评估"),
    ANSWER("提出处理意见"),
    MEASURE("落实措施"),
    VERIFY("验证效果"),
    TELL("反馈提出人");

    private final String label;

    QualityStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
