package cn.aftercare.notification;

/** How a delivery ended. */
public enum DeliveryOutcome {
    /** The other side took it. */
    SENT,
    /** The address or the webhook was taken away meanwhile. */
    UNREACHABLE
}
