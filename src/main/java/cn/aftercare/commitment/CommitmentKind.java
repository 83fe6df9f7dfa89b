package cn.aftercare.commitment;

/** HARD: a breach escalates. TARGET: only a reminder. */
public enum CommitmentKind {
    HARD("硬性"),
    TARGET("目标");

    private final String label;

    CommitmentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
