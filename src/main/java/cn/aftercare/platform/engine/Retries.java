package cn.aftercare.platform.engine;

/** How failed jobs are tried again. */
public final class Retries {

    /** Five attempts over 36 minutes, then an incident in Cockpit. */
    public static final String CYCLE = "PT10S,PT1M,PT5M,PT30M";

    private Retries() {}
}
