package cn.aftercare.training;

/** Where a training stands. */
public enum TrainingStage {
    PREPARING("待编制资料"),
    NAMING("待定教员"),
    TEACHING("待授课"),
    ASSESSING("待考核"),
    SIGNING("待业主签认"),
    SIGNED("待归档"),
    ARCHIVED("已归档");

    private final String label;

    TrainingStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == ARCHIVED;
    }
}
