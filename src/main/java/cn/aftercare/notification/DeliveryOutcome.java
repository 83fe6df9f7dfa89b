package cn.aftercare.notification;

/** How a delivery ended. */
public enum DeliveryOutcome {
    /** The other side took it. */
    SENT("已送达"),
    /** The address or the webhook was taken away meanwhile. */
    UNREACHABLE("无法送达");

    private final String label;

    DeliveryOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
