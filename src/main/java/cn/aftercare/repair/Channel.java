package cn.aftercare.repair;

/** How a notice reached the company. */
public enum Channel {
    PHONE("来电"),
    VISIT("来访"),
    LETTER("来函"),
    EMAIL("电子邮件"),
    REVISIT("回访"),
    COMPLAINT("投诉"),
    ONLINE("线上"),
    /** Found by our own spot check. */
    INSPECTION("监督抽查");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
