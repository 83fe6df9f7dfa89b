package cn.aftercare.commitment;

/** The promises of the service document; {@link #pausable()} per rules.md: safety and response clocks never pause. */
public enum CommitmentType {
    TASK_ORDER("维修任务单", true),
    RESPONSE("响应", false),
    ARRIVAL("到场", false),
    STRUCTURAL_REPORT("报告监督站", false),
    APPOINTMENT("约定初次维修时间", true),
    START("启动", true),
    SAME_DAY("当天解决", true),
    FUNCTION_RESTORED("恢复使用功能", true),
    COMPLETION("完成", true),
    POST_REPAIR_VISIT("维保后回访", true);

    private final String label;
    private final boolean pausable;

    CommitmentType(String label, boolean pausable) {
        this.label = label;
        this.pausable = pausable;
    }

    public String label() {
        return label;
    }

    public boolean pausable() {
        return pausable;
    }
}
