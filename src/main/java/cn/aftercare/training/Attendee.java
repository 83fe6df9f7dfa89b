package cn.aftercare.training;

/** Somebody of the owner's property staff who takes part. */
public record Attendee(int seq, String name, String position, State state) {

    /** Whether the person still has to pass. */
    public enum State {
        OUTSTANDING("待考核"),
        PASSED("合格"),
        WITHDRAWN("不再参加");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
