package cn.aftercare.satisfaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The yearly satisfaction survey of the quality department.
 *
 * @param closesAt the end of the period; what is not answered by then is recorded so
 * @param conclusion what the quality department makes of it, once it has
 */
public record YearSurvey(
        int year,
        Instant openedAt,
        String openedBy,
        Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable String conclusion) {

    /** What the engine calls it. */
    public String number() {
        return numberOf(year);
    }

    public static String numberOf(int year) {
        return "MYDC-" + year;
    }
}
