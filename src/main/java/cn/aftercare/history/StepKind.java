package cn.aftercare.history;

/** What sort of thing happened. */
public enum StepKind {
    TASK("人工办理", true),
    REMINDER("提醒督办", true),
    PROMISE("承诺", true),
    PAUSE("计时暂停", true),
    NOTICE("通知", true),
    INCIDENT("故障", true),
    START("开始", false),
    END("结束", false),
    CALL("子流程", false),
    EVENT("事件", false),
    DECISION("决策", false),
    WORK("系统处理", false);

    private final String label;
    private final boolean main;

    StepKind(String label, boolean main) {
        this.label = label;
        this.main = main;
    }

    public String label() {
        return label;
    }

    /** Whether it concerns people; the rest is how the engine went on. */
    public boolean main() {
        return main;
    }
}
