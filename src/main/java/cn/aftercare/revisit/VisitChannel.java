package cn.aftercare.revisit;

/** How an owner is visited. */
public enum VisitChannel {
    ON_SITE("到场"),
    PHONE("电话"),
    EMAIL("邮件");

    private final String label;

    VisitChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
