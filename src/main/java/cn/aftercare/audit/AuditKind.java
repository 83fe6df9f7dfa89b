package cn.aftercare.audit;

/** What the audit log holds. */
public enum AuditKind {
    LOGIN("登录", Topic.ACCESS),
    LOGIN_FAILED("登录失败", Topic.ACCESS),
    LOCKED("账号锁定", Topic.ACCESS),
    UNLOCKED("账号解锁", Topic.ACCESS),
    LOGOUT("退出", Topic.ACCESS),
    VIEW("查看个人信息", Topic.DATA),
    SEARCH("搜索个人信息", Topic.DATA),
    EXPORT("导出个人信息", Topic.DATA),
    /** Somebody on leave lends the roles to a substitute. */
    LENT("岗位移交", Topic.ROLES);

    private enum Topic {
        ACCESS,
        DATA,
        ROLES
    }

    private final String label;
    private final Topic topic;

    AuditKind(String label, Topic topic) {
        this.label = label;
        this.topic = topic;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }

    /** Whether it is about getting in and out. */
    public boolean login() {
        return topic == Topic.ACCESS;
    }

    /** Whether somebody saw personal data. */
    public boolean data() {
        return topic == Topic.DATA;
    }
}
