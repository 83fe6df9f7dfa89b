package cn.aftercare.project;

/** What an entry of a project's warranty file is about. */
public enum EntryKind {
    REPAIR("报修"),
    VISIT("回访"),
    SURVEY("满意度"),
    HANDOVER("交付"),
    TEAM("人员变动"),
    CLOSING("关闭"),
    QUALITY("质量信息"),
    CONSULTATION("咨询"),
    TRAINING("培训"),
    RECORD("记录"),
    PICTURE("照片"),
    FILE("附件");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }
}
