package cn.aftercare.notification;

/** A way out of the house. */
public enum Channel {
    /** To a person; the addressee is the login. */
    MAIL("邮件"),
    /** To a chat; the addressee is the configured candidate group, or {@code *}. */
    WEBHOOK("群消息");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
