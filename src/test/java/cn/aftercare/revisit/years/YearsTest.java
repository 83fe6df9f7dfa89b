package cn.aftercare.revisit.years;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.EngineTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Whole years of the real plans and visits, on the real engine and database, judged by {@link RevisitOracle}. */
@EngineTest
@Import({VirtualYears.class, EngineShare.class})
@TestPropertySource(properties = "aftercare.test.database=years")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class YearsTest {

    private static final long SEED = 20270101;
    private static final LocalDate START = LocalDate.of(2027, 1, 1);

    @Autowired
    VirtualYears years;

    @Autowired
    EngineShare share;

    @Autowired
    JdbcClient jdbc;

    @Test
    void two_years_of_forty_projects() {
        live(40, 2, 4);
    }

    @Test
    @Tag("ten-years")
    void ten_years_of_a_thousand_projects() {
        live(
                Integer.getInteger("years.projects", 1000),
                Integer.getInteger("years.years", 10),
                Integer.getInteger("years.one-in-engine", 10));
    }

    private void live(int projects, int count, int oneInEngine) {
        share.set(oneInEngine);
        LocalDate end = START.plusYears(count).minusDays(1);
        Portfolio portfolio = new Portfolio(SEED, projects, START, count);
        Progress progress = new Progress(START, end);
        years.live(SEED, portfolio, START, end, progress);
        long seconds = progress.done();
        assertThat(RevisitOracle.violations(portfolio.lives(), years.made(), end.minusMonths(5), end))
                .isEmpty();
        new YearsReport(jdbc).write(projects, START, end, oneInEngine, seconds);
    }
}
