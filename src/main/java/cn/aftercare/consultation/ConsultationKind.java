package cn.aftercare.consultation;

/** What the owner wants to know. */
public enum ConsultationKind {
    /** */
    QUESTION("技术咨询"),
    /** How to maintain and use the building day by day. */
    GUIDANCE("日常维护指导");

    private final String label;

    ConsultationKind(String label) {
        this.label = label;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }
}
