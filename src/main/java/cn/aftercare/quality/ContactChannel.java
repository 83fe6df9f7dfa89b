package cn.aftercare.quality;

/** How a complaint reached the company. */
public enum ContactChannel {
    VISIT("来访"),
    LETTER("来函"),
    PHONE("来电"),
    EMAIL("电子邮件");

    private final String label;

    ContactChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
