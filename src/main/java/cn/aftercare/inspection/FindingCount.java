package cn.aftercare.inspection;

/** How many findings a check has, how many are not verified, and how many of those are late. */
public record FindingCount(int all, int open, int late) {

    public static final FindingCount NONE = new FindingCount(0, 0, 0);
}
