package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Entitlement;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every warranty item on its last second and the second after, for a project accepted on 2023-10-15. */
@EngineTest
@Import(Walk.class)
class WarrantyAtNoticeTest {

    @Autowired
    Walk walk;

    @BeforeEach
    void project() {
        walk.project();
    }

    @Autowired
    CalendarService calendar;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void clear() {
        walk.clear();
        jdbc.sql("delete from calendar_day where year_no = 2028").update();
        jdbc.sql("delete from calendar_year where year_no = 2028").update();
    }

    @ParameterizedTest(name = "{0} until {1}")
    @CsvSource({
        "DECORATION, 2025-10-15, false",
        "ELECTRICAL, 2025-10-15, false",
        "PLUMBING, 2025-10-15, false",
        "EQUIPMENT, 2025-10-15, false",
        "HVAC, 2025-10-15, false",
        "OTHER, 2025-10-15, false",
        // Sunday 15 October 2028 rolls to Monday; the year is not imported
        "WATERPROOF, 2028-10-16, true",
        // Sunday 15 October 2073 likewise
        "STRUCTURE, 2073-10-16, true",
    })
    void covers_its_last_day_and_not_the_day_after(DefectCategory category, LocalDate lastDay, boolean provisional) {
        assertThat(noticed(category, lastDay + "T23:59:59+08:00"))
                .isEqualTo(new Entitlement(lastDay, true, provisional));
        assertThat(noticed(category, lastDay.plusDays(1) + "T00:00:00+08:00"))
                .isEqualTo(new Entitlement(lastDay, false, provisional));
    }

    @Test
    void an_extension_wins_and_does_not_roll_over_the_holiday() {
        LocalDate holiday = LocalDate.of(2026, 10, 1);
        walk.project(List.of(new WarrantyItem(DefectCategory.DECORATION, 2, holiday)), List.of());
        assertThat(noticed(DefectCategory.DECORATION, "2026-10-01T23:59:59+08:00")
                        .insidePeriod())
                .isTrue();
        assertThat(noticed(DefectCategory.DECORATION, "2026-10-02T00:00:00+08:00")
                        .insidePeriod())
                .isFalse();
    }

    @Test
    void the_stained_ceiling_follows_the_leak_that_caused_it() {
        Repair repair = walk.reportedAt("2025-10-16T00:05:00+08:00");
        assertThat(repair.now().entitlement().insidePeriod()).isFalse();
        Map<String, Object> leak = Map.of("causeCategory", "WATERPROOF");
        repair.surveyed(leak).confirm(leak);
        assertThat(repair.now().report().category()).isEqualTo(DefectCategory.DECORATION);
        assertThat(repair.now().entitlement().insidePeriod()).isTrue();
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
    }

    /** Monday 16 October 2028 turns out to be a holiday: the item that rolled to it goes on to Tuesday. */
    @Test
    void a_year_imported_judges_open_cases_again() {
        EngineTime.set("2028-10-17T09:00:00+08:00");
        Repair repair = walk.reported(walk.report("2028-10-17T09:00:00+08:00", DefectCategory.WATERPROOF));
        assertThat(repair.now().entitlement()).isEqualTo(new Entitlement(LocalDate.of(2028, 10, 16), false, true));
        LoggedIn.as(identity, "admin", () -> calendar.importYear(2028, "date,type\n2028-10-16,OFF\n"));
        assertThat(repair.now().entitlement()).isEqualTo(new Entitlement(LocalDate.of(2028, 10, 17), true, false));
        assertThat(repair.story()).contains("保修到期日重算");
    }

    private Entitlement noticed(DefectCategory category, String at) {
        EngineTime.set(at);
        return walk.reported(walk.report(at, category)).now().entitlement();
    }
}
