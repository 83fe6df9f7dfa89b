package cn.aftercare.commitment;

/** Minor (小修小补, R-34) or major (较大维修, R-35); presumed minor until the survey. */
public enum Severity {
    MINOR("小修"),
    MAJOR("大修");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
