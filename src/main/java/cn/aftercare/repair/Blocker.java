package cn.aftercare.repair;

/** What keeps a minor repair from being solved on the day it starts. */
public enum Blocker {
    MATERIAL("材料需另行采购或加工"),
    CURING("工序需养护或干燥"),
    OWNER("业主限定施工时段"),
    WEATHER("天气原因"),
    OTHER("其他");

    private final String label;

    Blocker(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
