package cn.aftercare.survey;

/** How an answer came in. */
public enum SurveySource {
    LINK("在线填写"),
    PAPER("纸质录入");

    private final String label;

    SurveySource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
