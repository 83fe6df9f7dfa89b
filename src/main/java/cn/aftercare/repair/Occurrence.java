package cn.aftercare.repair;

import cn.aftercare.problem.InvalidInputException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something is said to have happened: forms know minutes, and nothing happens in the future or before its cause. */
public final class Occurrence {

    private Occurrence() {}

    /**
     * The instant, never before its cause even where the minute of the form hides the seconds.
     *
     * @throws InvalidInputException if it lies in the future or in a minute before {@code earliest}
     */
    public static Instant checked(String field, String label, Instant at, String cause, Instant earliest, Instant now) {
        if (at.isAfter(now)) {
            throw new InvalidInputException(field, label + ":不能晚于当前时间");
        }
        if (at.isBefore(earliest.truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidInputException(field, label + ":不能早于" + cause);
        }
        return at.isBefore(earliest) ? earliest : at;
    }
}
