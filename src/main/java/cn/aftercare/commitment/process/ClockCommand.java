package cn.aftercare.commitment.process;

/** What a clock event may do to the clocks of a case beside starting and ending promises (property {@code clock}). */
public enum ClockCommand {
    /** The pausable clocks stand still from the instant given. */
    PAUSE,
    RESUME,
    /** The owner refused the result: the promises named go on as if never kept. */
    REOPEN
}
