package cn.aftercare.inspection;

/** What came of going there. */
public enum CheckResult {
    CLEAN("未发现问题"),
    FINDINGS("发现问题"),
    NOT_DONE("无法检查");

    private final String label;

    CheckResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
