package cn.aftercare.quality;

/** Where an item stands. */
public enum QualityState {
    CLASSIFYING("待分级"),
    ASSESSING("待评估"),
    ANSWERING("部门处理"),
    CARRYING_OUT("措施落实"),
    OBSERVING("效果观察"),
    VERIFYING("效果验证"),
    TELLING("待反馈"),
    CLOSED("已办结");

    private final String label;

    QualityState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == CLOSED;
    }
}
