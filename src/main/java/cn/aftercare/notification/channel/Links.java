package cn.aftercare.notification.channel;

/** Addresses of the application's own pages. */
final class Links {

    private Links() {}

    /** Paths begin with a slash, so the base ends without one. */
    static String base(String configured) {
        return configured.strip().replaceFirst("/+$", "");
    }
}
