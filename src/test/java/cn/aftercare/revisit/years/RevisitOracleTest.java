package cn.aftercare.revisit.years;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.revisit.RevisitSchedule;
import cn.aftercare.revisit.years.RevisitOracle.Life;
import cn.aftercare.revisit.years.RevisitOracle.Made;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge of the ten years is judged first: it knows the written example, and no broken schedule gets past it. */
class RevisitOracleTest {

    private static final LocalDate END = LocalDate.of(2035, 12, 31);
    private static final List<Life> LIVES = List.of(
            new Life("AUG-31", day("2026-08-31"), 5, day("2026-08-31"), null, null),
            new Life("FEB-29", day("2028-02-29"), 2, day("2028-02-29"), null, null),
            new Life("LONGER", day("2026-03-15"), 2, day("2026-03-15"), day("2029-01-10"), null),
            new Life("CLOSED", day("2026-05-20"), 5, day("2026-05-20"), null, day("2029-05-20")));

    /** rules.md: accepted 2021-08-31, waterproofing five years. */
    @Test
    void it_knows_the_written_example() {
        Life life = new Life("X", day("2021-08-31"), 5, day("2021-08-31"), null, null);
        assertThat(RevisitOracle.owed(life, day("2027-12-31")).stream().map(LocalDate::toString))
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
                        "2027-08-31");
    }

    @Test
    void kept_promises_are_in_order() {
        assertThat(RevisitOracle.violations(LIVES, kept(), END, END)).isEmpty();
    }

    static Stream<UnaryOperator<List<Made>>> misdeeds() {
        return Stream.of(
                replaced(0, m -> List.of()),
                replaced(0, m -> List.of(m, m)),
                replaced(3, m -> List.of(new Made(m.code(), m.dueOn(), null, false, null, false))),
                replaced(3, m -> List.of(new Made(m.code(), m.dueOn(), null, true, null, false))),
                replaced(
                        3,
                        m -> List.of(new Made(
                                m.code(),
                                m.dueOn().plusDays(1),
                                null,
                                false,
                                m.dueOn().plusDays(1),
                                false))),
                replaced(
                        3,
                        m -> List.of(new Made(
                                m.code(), m.dueOn(), null, false, m.dueOn().plusDays(1), false))),
                replaced(0, m -> List.of(m, new Made(m.code(), null, null, false, m.dueOn(), false))),
                replaced(0, m -> List.of(m, new Made("NOBODY", m.dueOn(), null, false, m.dueOn(), false))),
                made -> plus(made, new Made("CLOSED", null, "顺路", false, day("2029-05-21"), false)),
                made -> plus(made, new Made("CLOSED", day("2029-11-20"), null, false, null, false)));
    }

    @ParameterizedTest
    @MethodSource("misdeeds")
    void every_misdeed_is_found(UnaryOperator<List<Made>> misdeed) {
        assertThat(RevisitOracle.violations(LIVES, misdeed.apply(kept()), END, END))
                .hasSizeBetween(1, 2);
    }

    static Stream<Function<Life, List<LocalDate>>> brokenSchedules() {
        return Stream.of(
                // chained: 31 August becomes 28 February and then 28 August
                life -> {
                    List<LocalDate> days = new ArrayList<>();
                    for (LocalDate day = life.acceptedOn().plusMonths(6);
                            !day.isAfter(end(life));
                            day = day.plusMonths(6)) {
                        days.add(day);
                    }
                    days.addAll(afterwards(life));
                    return days;
                },
                // the day of the warranty end left out
                life -> scheduled(life).stream()
                        .filter(d -> !d.equals(end(life)))
                        .toList(),
                // afterwards counted from the acceptance
                life -> new RevisitSchedule(life.acceptedOn(), end(life), 6, 12)
                        .between(life.registeredOn(), END).stream()
                                .map(d -> d.inWarranty()
                                        ? d.day()
                                        : d.day()
                                                .minusDays(end(life).toEpochDay()
                                                        - life.acceptedOn()
                                                                .plusYears(life.warrantyYears())
                                                                .toEpochDay()
                                                        + 1))
                                .toList(),
                // every five months, half a year for ever, two years afterwards
                life -> days(life, end(life), 5, 12),
                life -> days(life, END, 6, 12),
                life -> days(life, end(life), 6, 24),
                // the extension forgotten
                life -> days(life, life.acceptedOn().plusYears(life.warrantyYears()), 6, 12));
    }

    @ParameterizedTest
    @MethodSource("brokenSchedules")
    void no_broken_schedule_gets_past_it(Function<Life, List<LocalDate>> schedule) {
        assertThat(RevisitOracle.violations(LIVES, visitedAsPlanned(schedule), END, END))
                .isNotEmpty();
    }

    private static List<Made> kept() {
        return visitedAsPlanned(RevisitOracleTest::scheduled);
    }

    private static List<LocalDate> scheduled(Life life) {
        return days(life, end(life), 6, 12);
    }

    private static List<LocalDate> afterwards(Life life) {
        return new RevisitSchedule(life.acceptedOn(), end(life), 6, 12)
                .between(life.registeredOn(), END).stream()
                        .filter(d -> !d.inWarranty())
                        .map(d -> d.day())
                        .toList();
    }

    private static List<LocalDate> days(Life life, LocalDate warrantyEnd, int monthsInWarranty, int monthsAfterwards) {
        return new RevisitSchedule(life.acceptedOn(), warrantyEnd, monthsInWarranty, monthsAfterwards)
                .between(life.registeredOn(), END).stream().map(d -> d.day()).toList();
    }

    private static LocalDate end(Life life) {
        if (life.extendedTo() != null) {
            return life.extendedTo();
        }
        LocalDate end = life.acceptedOn().plusYears(life.warrantyYears());
        return IntStream.range(0, 3)
                .mapToObj(end::plusDays)
                .filter(d -> d.getDayOfWeek().getValue() < 6)
                .findFirst()
                .orElseThrow();
    }

    private static List<Made> visitedAsPlanned(Function<Life, List<LocalDate>> schedule) {
        List<Made> made = new ArrayList<>();
        for (Life life : LIVES) {
            for (LocalDate due : schedule.apply(life)) {
                if (life.closedOn() == null || !due.isAfter(life.closedOn())) {
                    made.add(new Made(life.code(), due, null, false, due, false));
                }
            }
        }
        return made;
    }

    private static UnaryOperator<List<Made>> replaced(int index, Function<Made, List<Made>> by) {
        return made -> {
            List<Made> changed = new ArrayList<>(made);
            changed.addAll(by.apply(changed.remove(index)));
            return changed;
        };
    }

    private static List<Made> plus(List<Made> made, Made more) {
        List<Made> changed = new ArrayList<>(made);
        changed.add(more);
        return changed;
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
