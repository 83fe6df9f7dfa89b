package cn.aftercare.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** rules.md, revisits: half-yearly in warranty, yearly after, counted from the anchor. */
class RevisitScheduleTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    /** The worked example. */
    @Test
    void acceptedOnTheLastOfAugustWithFiveYearsOfWaterproofing() {
        assertThat(days("2021-08-31", "2026-08-31", "2028-12-31"))
                .containsExactly(
                        "2022-02-28",
                        "2022-08-31",
                        "2023-02-28",
                        "2023-08-31",
                        "2024-02-29",
                        "2024-08-31",
                        "2025-02-28",
                        "2025-08-31",
                        "2026-02-28",
                        "2026-08-31",
                        "2027-08-31",
                        "2028-08-31");
    }

    @Test
    void acceptedOnTheTwentyNinthOfFebruary() {
        assertThat(days("2024-02-29", "2026-03-02", "2029-12-31"))
                .containsExactly(
                        "2024-08-29",
                        "2025-02-28",
                        "2025-08-29",
                        "2026-02-28",
                        "2027-03-02",
                        "2028-03-02",
                        "2029-03-02");
    }

    @Test
    void anExtendedWarrantyGoesOnHalfYearly() {
        assertThat(days("2021-08-31", "2027-08-31", "2028-12-31"))
                .contains("2027-02-28", "2027-08-31", "2028-08-31")
                .doesNotContain("2028-02-29");
    }

    @Test
    void theDayOfTheWarrantyEndStillCounts() {
        assertThat(schedule("2024-01-10", "2026-01-10").between(LONG_AGO, LocalDate.parse("2027-01-10")))
                .extracting(DueVisit::inWarranty)
                .containsExactly(true, true, true, true, false);
        assertThat(days("2024-01-10", "2026-01-09", "2027-01-09"))
                .containsExactly("2024-07-10", "2025-01-10", "2025-07-10", "2027-01-09");
    }

    @Property
    void anyWindowIsAPieceOfTheWhole(
            @ForAll @IntRange(min = 0, max = 4000) int anchor,
            @ForAll @IntRange(min = 0, max = 2000) int warranty,
            @ForAll @IntRange(min = 0, max = 6000) int from,
            @ForAll @IntRange(min = 0, max = 2000) int length) {
        LocalDate accepted = LONG_AGO.plusDays(anchor);
        RevisitSchedule schedule = new RevisitSchedule(accepted, accepted.plusDays(warranty), 6, 12);
        LocalDate first = LONG_AGO.plusDays(from);
        LocalDate last = first.plusDays(length);
        List<DueVisit> whole = schedule.between(accepted, LONG_AGO.plusDays(9000));
        assertThat(schedule.between(first, last))
                .isEqualTo(whole.stream()
                        .filter(d -> !d.day().isBefore(first) && !d.day().isAfter(last))
                        .toList());
    }

    private static List<String> days(String anchor, String warrantyEnd, String until) {
        return schedule(anchor, warrantyEnd).between(LONG_AGO, LocalDate.parse(until)).stream()
                .map(d -> d.day().toString())
                .toList();
    }

    private static RevisitSchedule schedule(String anchor, String warrantyEnd) {
        return new RevisitSchedule(LocalDate.parse(anchor), LocalDate.parse(warrantyEnd), 6, 12);
    }
}
