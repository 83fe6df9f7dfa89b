package cn.aftercare.e2e;

/** The logins of the demo profile: one per group, user id = group id. */
final class Demo {

    static final String PASSWORD = "demo";
    static final String ADMIN = "admin";

    private Demo() {}
}
