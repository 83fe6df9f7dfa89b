package cn.aftercare.platform;

/** The installation is not safe to run as it is configured; says why, and in Chinese what to do. */
public class StartRefusedException extends IllegalStateException {

    private final String action;

    public StartRefusedException(String reason, String action) {
        super(reason + " — " + action);
        this.action = action;
    }

    String action() {
        return action;
    }
}
