package cn.aftercare.consultation;

/** Where a consultation stands. */
public enum ConsultationStage {
    ASKED("待解答"),
    ANSWERED("待告知"),
    SETTLED("已办结");

    private final String label;

    ConsultationStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == SETTLED;
    }
}
