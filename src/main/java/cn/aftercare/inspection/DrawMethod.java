package cn.aftercare.inspection;

/** How the projects of a spot check are found. */
public enum DrawMethod {
    RANDOM("随机抽取"),
    CHOSEN("指定工程");

    private final String label;

    DrawMethod(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
