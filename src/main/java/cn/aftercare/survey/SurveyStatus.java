package cn.aftercare.survey;

/** Where a survey stands. */
public enum SurveyStatus {
    OPEN("待填写"),
    ANSWERED("已填写"),
    DECLINED("业主不填写"),
    /** Of a yearly survey whose period is over. */
    UNANSWERED("未回复");

    private final String label;

    SurveyStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
