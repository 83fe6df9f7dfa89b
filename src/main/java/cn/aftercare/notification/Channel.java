package cn.aftercare.notification;

/** A way out of the house. */
public enum Channel {
    /** To a person; the addressee is the login. */
    MAIL,
    /** To a chat; the addressee is the configured candidate group, or {@code *}. */
    WEBHOOK
}
