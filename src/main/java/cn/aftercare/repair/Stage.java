package cn.aftercare.repair;

/** Where a case stands, as people say it. */
public enum Stage {
    REGISTERED("已登记"),
    ALLOTTING("资源安排"),
    SURVEYING("现场勘查"),
    CONFIRMING("结论确认"),
    NEGOTIATING("报价协商"),
    PLANNING("反馈计划"),
    PREPARING("维修准备"),
    WORKING("施工中"),
    ACCEPTING("待验收"),
    REVISITING("维保后回访"),
    EMERGENCY("紧急抢修中"),
    STRUCTURAL("结构安全处置中"),
    CLOSED("已结案"),
    REJECTED("不予受理"),
    NO_AGREEMENT("未达成协议");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == CLOSED || this == REJECTED || this == NO_AGREEMENT;
    }
}
