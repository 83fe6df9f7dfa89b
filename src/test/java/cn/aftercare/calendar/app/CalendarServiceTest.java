package cn.aftercare.calendar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.calendar.BusinessDate;
import cn.aftercare.organisation.Actor;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.app.RoomsContext;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CalendarServiceTest {

    private static final String CSV_2027 = "date,type\n2027-01-01,OFF\n2027-01-02,MAKEUP_WORKDAY\n";
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

    private final RoomsContext rooms = RoomsContext.onH2();
    private final CalendarService calendars = rooms.get(CalendarService.class);

    @BeforeEach
    void administratorActs() {
        rooms.actAs(new Actor("admin", "管理员", true, Set.of(), Set.of()));
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void comesWithThreeYears() {
        assertThat(calendars.current().isFinal(LocalDate.of(2024, 1, 1))).isTrue();
        assertThat(calendars.current().isFinal(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendars.current().plusWorkingDays(LocalDate.of(2025, 9, 30), 5))
                .isEqualTo(new BusinessDate(LocalDate.of(2025, 10, 14), false));
        assertThat(rooms.importedYears()).containsExactly(2024, 2025, 2026);
    }

    @Test
    void anImportedYearIsFinalAtOnceAndSaysSo() {
        rooms.importedYears().clear();
        assertThat(calendars.current().plusWorkingDays(NEW_YEARS_EVE, 1))
                .isEqualTo(new BusinessDate(LocalDate.of(2027, 1, 1), true));
        assertThat(calendars.importYear(2027, CSV_2027)).isEqualTo(new CalendarImport(2027, 2, true));
        assertThat(calendars.current().plusWorkingDays(NEW_YEARS_EVE, 1))
                .isEqualTo(new BusinessDate(LocalDate.of(2027, 1, 2), false));
        assertThat(rooms.importedYears()).containsExactly(2027);
    }

    @Test
    void theSameContentAgainChangesNothingAndOtherContentReplaces() {
        calendars.importYear(2027, CSV_2027);
        rooms.importedYears().clear();
        assertThat(calendars.importYear(2027, "\uFEFF" + CSV_2027.replace("\n", "\r\n")))
                .isEqualTo(new CalendarImport(2027, 2, false));
        assertThat(rooms.importedYears()).isEmpty();

        assertThat(calendars.current().isWorkingDay(LocalDate.of(2027, 1, 2))).isTrue();
        calendars.importYear(2027, "date,type\n2027-01-01,OFF\n");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2027, 1, 2))).isFalse();
        assertThat(rooms.importedYears()).containsExactly(2027);
    }

    @Test
    void aRolledBackImportIsForgotten() {
        new TransactionTemplate(rooms.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            calendars.importYear(2027, CSV_2027);
            assertThat(calendars.current().isFinal(LocalDate.of(2027, 1, 1))).isTrue();
            status.setRollbackOnly();
        });
        assertThat(calendars.current().isFinal(LocalDate.of(2027, 1, 1))).isFalse();
        calendars.importYear(2027, "date,type\n2027-01-04,OFF\n");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void everyBadRowIsNamedAndNothingStored() {
        InvalidInputException thrown = catchThrowableOfType(
                InvalidInputException.class,
                () -> calendars.importYear(
                        2027,
                        "date,type\n2027-01-01,OFF\n2027-13-01,OFF\n2028-01-01,OFF\n2027-01-01,OFF\n2027-01-04,REST\n2027-01-05\n"));
        assertThat(thrown.errors())
                .containsExactly(
                        new FieldError("第3行 date", "第3行 date:“2027-13-01”不是日期(应为 2026-01-01 的写法)"),
                        new FieldError("第4行 date", "第4行 date:2028-01-01 不在 2027 年"),
                        new FieldError("第5行 date", "第5行 date:2027-01-01 重复"),
                        new FieldError("第6行 type", "第6行 type:“REST”不是已知类型(OFF 休息、MAKEUP_WORKDAY 调休上班)"),
                        new FieldError("第7行", "第7行:必须恰有“date,type”两列"));
        assertThat(calendars.current().isFinal(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void filesWithoutHeaderOrDaysAreRefused() {
        assertThatThrownBy(() -> calendars.importYear(2027, "2027-01-01,OFF")).hasMessage("首行必须是表头“date,type”");
        assertThatThrownBy(() -> calendars.importYear(2027, "date,type\n")).hasMessage("文件中没有日期");
        assertThatThrownBy(() -> calendars.importYear(2027, "")).hasMessage("文件是空的");
        assertThatThrownBy(() -> calendars.importYear(2027, "date,type\n\"2027-01-01,OFF"))
                .hasMessage("文件不是有效的 CSV");
        assertThatThrownBy(() -> calendars.importYear(1900, CSV_2027)).hasMessage("年份:应在 2000 至 2100 之间");
    }

    @Test
    void onlyAdministratorsImport() {
        rooms.actAs(new Actor("hq-pmd", "项目管理部", false, Set.of("hq-pmd"), Set.of("hq")));
        assertThatThrownBy(() -> calendars.importYear(2027, CSV_2027))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("只有管理员可以导入工作日历");
    }

    @Test
    void answersOverRest() throws Exception {
        MockMvc web = rooms.web("calendarController");
        web.perform(get("/api/calendar/working-days")
                        .param("from", "2025-09-30")
                        .param("to", "2025-10-14"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.workingDays").value(6))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.days[0]").value("2025-09-30"))
                .andExpect(jsonPath("$.days[5]").value("2025-10-14"));
        web.perform(get("/api/calendar/working-days")
                        .param("from", "2026-12-31")
                        .param("to", "2027-01-01"))
                .andExpect(jsonPath("$.provisional").value(true));
        web.perform(post("/api/calendar/2027").contentType("text/csv").content(CSV_2027))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.days").value(2))
                .andExpect(jsonPath("$.changed").value(true));
        web.perform(multipart("/api/calendar/2027")
                        .file(new MockMultipartFile("file", "2027.csv", "text/csv", CSV_2027.getBytes("UTF-8"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changed").value(false));
    }

    @Test
    void refusesABadRangeInChinese() {
        assertThat(errorsOf(null, "2025-1-1"))
                .containsExactly(
                        new FieldError("from", "起始日期(from):必填"),
                        new FieldError("to", "截止日期(to):“2025-1-1”不是日期(应为 2026-01-01 的写法)"));
        assertThat(errorsOf("2025-01-02", "2025-01-01"))
                .containsExactly(new FieldError("to", "截止日期(to):不能早于起始日期(from)"));
        assertThat(errorsOf("2025-01-01", "2030-01-01"))
                .containsExactly(new FieldError("to", "截止日期(to):与起始日期相距不能超过 5 年"));
    }

    private java.util.List<FieldError> errorsOf(String from, String to) {
        var request = get("/api/calendar/working-days");
        if (from != null) {
            request.param("from", from);
        }
        if (to != null) {
            request.param("to", to);
        }
        Exception thrown = catchThrowableOfType(
                Exception.class, () -> rooms.web("calendarController").perform(request));
        return ((InvalidInputException) thrown.getCause()).errors();
    }
}
