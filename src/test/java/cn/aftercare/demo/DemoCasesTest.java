package cn.aftercare.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** The demo may be started at any time: nothing in it may lie in the future or out of order. */
class DemoCasesTest {

    /** Every half hour of a day, and days around holidays and the turn of a year. */
    static Stream<Instant> starts() {
        Instant midnight = OffsetDateTime.parse("2026-11-25T00:00:00+08:00").toInstant();
        return Stream.concat(
                IntStream.range(0, 48).mapToObj(i -> midnight.plus(Duration.ofMinutes(30L * i + 1))),
                Stream.of("2026-02-20T09:00:00+08:00", "2027-01-01T00:00:30+08:00", "2028-02-29T23:59:59+08:00")
                        .map(text -> OffsetDateTime.parse(text).toInstant()));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void everything_has_happened_in_order_by_now(Instant now) throws Exception {
        List<DemoCase> cases = DemoCases.asOf(now, projects());

        assertThat(cases).hasSizeGreaterThan(30);
        assertThat(cases).extracting(DemoCase::recordedAt).isSorted();
        assertThat(cases).allSatisfy(demo -> {
            assertThat(demo.recordedAt()).isAfterOrEqualTo(demo.report().receivedAt());
            demo.report().checked(demo.recordedAt());
            Instant last = demo.recordedAt();
            for (DemoStep step : demo.steps()) {
                assertThat(step.at())
                        .as("%s of %s", step, demo.report().location())
                        .isAfter(last)
                        .isBeforeOrEqualTo(now);
                last = step.at();
            }
        });
    }

    /** The projects of the sheet, as far as the cases need them. */
    private static List<Project> projects() throws Exception {
        return new ClassPathResource("demo/projects.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Project(
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4],
                        cells[5],
                        cells[6],
                        ManagementMode.BRANCH_DIRECT,
                        LocalDate.parse(cells[8]),
                        cells[9],
                        null,
                        null,
                        null,
                        Team.ledBy(cells[9]),
                        List.of(),
                        List.of(),
                        List.of(),
                        null))
                .toList();
    }
}
