package cn.aftercare.record;

/** The kinds of archived records; the prefix starts the record number. */
public enum RecordKind {
    TASK_ORDER("RWD", "维修任务单"),
    WARRANTY_RECORD("BXJL", "工程保修记录表"),
    STRUCTURAL_REPORT("JGBG", "结构安全问题报告函"),
    STRUCTURAL_CLOSING("JGJA", "结构安全问题处置结案报告"),
    REVISIT_RECORD("HFJL", "工程回访记录表"),
    SURVEY_RECORD("MYDJL", "项目满意度调查记录表"),
    SPOT_CHECK_RECORD("JCJL", "监督抽查记录"),
    QUALITY_RECORD("ZLJL", "质量信息处理记录"),
    TRAINING_RECORD("PXJL", "培训记录");

    private final String prefix;
    private final String label;

    RecordKind(String prefix, String label) {
        this.prefix = prefix;
        this.label = label;
    }

    public String prefix() {
        return prefix;
    }

    public String label() {
        return label;
    }
}
