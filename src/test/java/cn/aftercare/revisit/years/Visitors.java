package cn.aftercare.revisit.years;

import cn.aftercare.testing.EngineTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Those who carry out a visit, step by step. */
interface Visitors {

    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * A visit that is near.
     *
     * @param instance of the flow; null: it runs without one
     */
    record Visiting(String visitNo, @Nullable String instance, String unit, boolean inWarranty) {

        String visitor() {
            return unit + (inWarranty ? "-pmd" : "-marketing");
        }
    }

    void postpone(Visiting visit, LocalDate until);

    /** The visitor proposes it, the manager agrees. */
    void cancel(Visiting visit, String reason);

    /** Whoever has to see to it is told, if the deadline is over, and says what was done. */
    void superviseIfLate(Visiting visit);

    /** @param defects how many are found; each becomes a repair */
    void visited(Visiting visit, int defects);

    /** The owner answers by link, or does not want to. */
    void surveyed(Visiting visit, Random random);

    /** Found good, recorded, signed, and filed at HQ where the matrix says so. */
    void close(Visiting visit);

    static LocalDate today() {
        return LocalDate.ofInstant(EngineTime.now(), ZONE);
    }
}
