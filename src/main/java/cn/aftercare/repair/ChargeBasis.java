package cn.aftercare.repair;

/** What the owner pays for (DMN {@code charge-decision}, R-16, R-19..23). */
public enum ChargeBasis {
    FREE("无偿"),
    AGREEMENT("有偿(协议)"),
    MATERIAL_ONLY("过保(材料费)");

    private final String label;

    ChargeBasis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
