package cn.aftercare.notification.channel;

/** Why something failed, in one line. */
final class Reasons {

    private Reasons() {}

    /** The innermost sentence, as the outer ones repeat it; where nobody says anything, what kind of failure it is. */
    static String of(Throwable thrown) {
        String reason = null;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            reason = t.getMessage() == null ? reason : t.getMessage();
        }
        return reason == null ? thrown.getClass().getSimpleName() : reason;
    }
}
