package cn.aftercare.inspection;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.inspection.ReportLine.Source;
import cn.aftercare.inspection.ReportLine.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which month reports what, at both sides of each boundary. */
class CompilationTest {

    private static final Instant SINCE = at("2026-04-26T00:00:00+08:00");
    private static final Instant TO = at("2026-05-26T00:00:00+08:00");
    private static final Instant OPENED = at("2026-05-02T10:00:00+08:00");

    private final Compilation may = new Compilation(SINCE, TO);

    @Test
    void what_was_verified_before_the_period_ends_is_verified_and_a_second_later_it_is_open() {
        assertThat(line(null, TO.minusSeconds(1), null).state()).isEqualTo(State.VERIFIED);
        ReportLine later = line(null, TO, null);
        assertThat(later.state()).isEqualTo(State.OPEN);
        assertThat(later.doneAt()).isNull();
        assertThat(later.reason()).isEqualTo("报送月之后已核验");
    }

    @Test
    void what_was_verified_before_reports_began_is_not_reported() {
        assertThat(may.lines(List.of(fact("A", SINCE.minusSeconds(9), null, SINCE.minusSeconds(1), null))))
                .isEmpty();
        assertThat(may.lines(List.of(fact("A", SINCE.minusSeconds(9), null, SINCE, null))))
                .hasSize(1);
    }

    @Test
    void what_ended_without_repair_says_how() {
        ReportLine ended = line(null, null, TO.minusSeconds(1));
        assertThat(ended.state()).isEqualTo(State.UNREPAIRED);
        assertThat(ended.reason()).isEqualTo("施工中");
        assertThat(line(null, null, TO).state()).isEqualTo(State.OPEN);
        assertThat(may.lines(List.of(fact("A", SINCE.minusSeconds(9), null, null, SINCE.minusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void what_is_open_is_overdue_from_its_deadline_on() {
        assertThat(line(TO, null, null).state()).isEqualTo(State.OVERDUE);
        assertThat(line(TO.plusSeconds(1), null, null).state()).isEqualTo(State.OPEN);
        assertThat(line(null, null, null).reason()).isEqualTo("施工中");
    }

    @Test
    void what_was_opened_after_the_period_is_left_to_the_next() {
        assertThat(may.lines(List.of(fact("A", TO, null, null, null)))).isEmpty();
        assertThat(may.lines(List.of(fact("A", TO.minusSeconds(1), null, null, null))))
                .hasSize(1);
    }

    @Test
    void lines_are_numbered_verified_first_and_the_overdue_before_the_open() {
        assertThat(may.lines(List.of(
                        fact("open", OPENED, null, null, null),
                        fact("late", OPENED, TO, null, null),
                        fact("ended", OPENED, null, null, OPENED),
                        fact("done", OPENED, null, OPENED, OPENED))))
                .extracting(l -> l.seq() + " " + l.refNo())
                .containsExactly("1 done", "2 ended", "3 late", "4 open");
    }

    private ReportLine line(Instant dueAt, Instant verifiedAt, Instant endedAt) {
        return may.lines(List.of(fact("A", OPENED, dueAt, verifiedAt, endedAt))).get(0);
    }

    private static RectificationFact fact(
            String no, Instant openedAt, Instant dueAt, Instant verifiedAt, Instant endedAt) {
        return new RectificationFact(Source.REPAIR, no, "NJ-1", "屋面:渗漏", openedAt, dueAt, verifiedAt, endedAt, "施工中");
    }
}
