package cn.aftercare.inspection;

/** How grave a finding is; decides how soon it has to be rectified. */
public enum FindingGrade {
    ORDINARY("一般"),
    CONSIDERABLE("较大"),
    MAJOR("重大");

    private final String label;

    FindingGrade(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
