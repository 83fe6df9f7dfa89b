package cn.aftercare.handover;

/** When the post-warranty managers are to be named, data of decision {@code handover-policy}. */
public interface HandoverPolicy {

    Rule naming();

    /**
     * Days before the last day of the project's warranty.
     *
     * @param askDays when the manager is asked, at 00:00
     * @param dueDays until 24:00 of which day they have to be named
     */
    record Rule(int askDays, int dueDays) {}
}
