package cn.aftercare.commitment;

/** The events a promise is counted from. Flow models name them in the property {@code anchor} of their clock events. */
public enum Anchor {
    RECEIVED("接报(T0)"),
    CLASSIFIED("判定结构安全问题"),
    SCHEME_ACCEPTED("保修方案通过"),
    SIGNED("签订协议"),
    TECHNICIAN_NOTIFIED("维修人员接到通知"),
    STARTED("开工"),
    ACCEPTED("验收通过");

    private final String label;

    Anchor(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
