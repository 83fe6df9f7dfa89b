package cn.aftercare.audit;

/** What the audit log holds. */
public enum AuditKind {
    LOGIN("登录", true),
    LOGIN_FAILED("登录失败", true),
    LOCKED("账号锁定", true),
    UNLOCKED("账号解锁", true),
    LOGOUT("退出", true),
    VIEW("查看个人信息", false),
    SEARCH("搜索个人信息", false),
    EXPORT("导出个人信息", false);

    private final String label;
    private final boolean login;

    AuditKind(String label, boolean login) {
        this.label = label;
        this.login = login;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }

    /** Whether it is about getting in and out, as opposed to what somebody saw. */
    public boolean login() {
        return login;
    }
}
