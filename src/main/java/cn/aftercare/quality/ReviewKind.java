package cn.aftercare.quality;

/** How a matter of several departments is reviewed. */
public enum ReviewKind {
    INTERNAL_AUDIT("内部审核"),
    MANAGEMENT_REVIEW("管理评审");

    private final String label;

    ReviewKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
