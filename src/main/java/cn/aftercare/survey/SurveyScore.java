package cn.aftercare.survey;

import java.util.Arrays;
import java.util.Optional;

/** What a factor can be scored with, and nothing in between. The form gives the points; the words are ours. */
public enum SurveyScore {
    EXCELLENT(100, "很满意"),
    GOOD(80, "满意"),
    FAIR(60, "基本满意"),
    POOR(30, "不满意"),
    BAD(0, "很不满意");

    private final int points;
    private final String label;

    SurveyScore(int points, String label) {
        this.points = points;
        this.label = label;
    }

    public int points() {
        return points;
    }

    public String label() {
        return label;
    }

    public static Optional<SurveyScore> of(int points) {
        return Arrays.stream(values()).filter(s -> s.points == points).findFirst();
    }

    /** Written exactly as on the form: 50, 080 and blank are no scores. */
    public static Optional<SurveyScore> of(String points) {
        return Arrays.stream(values())
                .filter(s -> Integer.toString(s.points).equals(points))
                .findFirst();
    }
}
