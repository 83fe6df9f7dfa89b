package cn.aftercare.commitment;

/** The steps of the chain, in order (DMN {@code escalation-policy}). */
public enum EscalationLevel {
    REMINDER("提醒"),
    MANAGER("维保经理督办"),
    PMD_MANAGER("项目管理部经理督办"),
    HQ_PMD("总部项目管理部督办");

    private final String label;

    EscalationLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
