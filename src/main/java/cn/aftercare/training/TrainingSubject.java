package cn.aftercare.training;

/** What a training is about, and what a trainer is qualified for. */
public enum TrainingSubject {
    /** Everything in the building; a trainer qualified for it may teach every subject. */
    GENERAL("综合"),
    DECORATION("装饰装修"),
    PLUMBING("给排水"),
    ELECTRICAL("电气"),
    HVAC("采暖制冷"),
    EQUIPMENT("设备");

    private final String label;

    TrainingSubject(String label) {
        this.label = label;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }
}
