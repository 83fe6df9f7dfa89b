package cn.aftercare.repair;

/** What came to light while the work was going on. */
public enum WorkFinding {
    NONE("无"),
    CAUSE("责任或范围有新结论"),
    EMERGENCY("紧急险情"),
    STRUCTURAL("涉及结构安全");

    private final String label;

    WorkFinding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
