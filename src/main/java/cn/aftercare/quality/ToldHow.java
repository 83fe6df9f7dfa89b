package cn.aftercare.quality;

/** How whoever raised it was told. */
public enum ToldHow {
    VISIT("当面"),
    PHONE("电话"),
    LETTER("书面"),
    EMAIL("邮件"),
    SYSTEM("系统通知");

    private final String label;

    ToldHow(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
