package cn.aftercare.revisit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.revisit.OwnRevisits;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The yearly plan and its fulfilment, as the file says it. */
@EngineTest
@Import({Walk.class, OwnRevisits.class})
class RevisitPlanFileTest {

    private static final String HEADS =
            "工程编号|工程名称|业主|管理方式|计划回访日期|应回访日期|参加人员/部门|回访方式|重点部位|计划情况|状态|实际回访日期|延期/取消/增加原因|是否备案|报修数|满意度得分|计划编号|回访编号";

    private static final String SUMMARY = "单位|期间|计划|其中增加|完成|按期完成|延期|取消|未计划|完成率(%)|按期完成率(%)";

    @Autowired
    Walk walk;

    @Autowired
    OwnRevisits own;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onlyOurs() {
        own.clear();
        EngineTime.set("2026-07-10T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
        own.clear();
    }

    @Test
    void every_line_says_what_became_of_it() throws Exception {
        project("YP-1", "nanjing", "2023-10-15");
        walk.project();
        String caseNo = walk.reportedAt("2026-07-10T09:00:00+08:00").caseNo();
        plan("P1", "nanjing", 2026, 1, "APPROVED", true);
        visit("HF-1", "2026-04-15", "2026-04-15", null, "CLOSED", "2026-04-15T23:59:59+08:00", null);
        line("P1", "2026-04-15", "2026-04-15", "PLANNED", null, "HF-1", true);
        jdbc.sql("insert into revisit_defect (visit_no, seq, category, location, description, emergency, structural,"
                        + " case_no) values ('HF-1', 1, 'OTHER', '大厅', '开裂', false, false, ?)")
                .param(caseNo)
                .update();
        jdbc.sql("insert into survey (survey_no, project_code, unit, dossier_no, year_no, opened_at, contact_name,"
                        + " contact_phone, status, total) values ('MYD-1', 'YP-1', 'nanjing', 'HF-1', 2026,"
                        + " current_timestamp, '周敏', '1', 'ANSWERED', 78.00)")
                .update();

        // The project of the report owes nothing more.
        jdbc.sql("update project set closed_on = accepted_on where code <> 'YP-1'")
                .update();

        Map<String, List<String>> file = file("nanjing-pmd", "?year=2026");
        assertThat(file.keySet()).containsExactly("汇总", "南京分公司 2026年上半年");
        assertThat(file.get("南京分公司 2026年上半年"))
                .containsExactly(
                        HEADS,
                        "YP-1|金陵大厦装修工程|金陵置业有限公司|分公司直管|2026-04-15|2026-04-15|项目部|到场|屋面|列入|已结束|2026-04-15||已备案|1|78.00|P1|HF-1");
        assertThat(file.get("汇总"))
                .containsExactly(
                        SUMMARY,
                        "南京分公司|2026年上半年|1|0|1|1|0|0|0|100.00|100.00",
                        "南京分公司|2026年下半年|0|0|0|0|0|0|0||",
                        "南京分公司|2026年|1|0|1|1|0|0|0|100.00|100.00");
    }

    /** Done, in time, postponed and cancelled are each counted by what happened, to the second. */
    @Test
    void the_summary_counts_what_was_done_in_time_postponed_cancelled_and_left_out() throws Exception {
        project("YP-1", "nanjing", "2023-12-05");
        project("YP-2", "nanjing", "2023-08-05");
        plan("P1", "nanjing", 2026, 2, "APPROVED", false);
        visit("HF-1", "2026-07-01", "2026-07-01", null, "CLOSED", "2026-07-01T23:59:59+08:00", null);
        line("P1", "2026-07-01", "2026-07-01", "PLANNED", null, "HF-1", true);
        visit("HF-2", "2026-07-02", "2026-07-02", null, "FOLLOWING_UP", "2026-07-03T00:00:00+08:00", null);
        line("P1", "2026-07-02", "2026-07-02", "PLANNED", null, "HF-2", false);
        visit("HF-3", "2026-07-03", "2026-07-09", "业主装修", "SIGNING", "2026-07-09T23:59:59+08:00", null);
        line("P1", "2026-07-03", "2026-07-09", "POSTPONED", "业主装修", "HF-3", false);
        visit("HF-4", "2026-07-04", "2026-07-12", "业主出差", "CANCELLED", null, "工程移交他人");
        line("P1", "2026-07-04", "2026-07-04", "PLANNED", null, "HF-4", false);
        line("P1", "2026-07-05", "2026-07-05", "CANCELLED", "=cmd|'/c calc'!A1", null, false);
        visit("HF-6", null, "2026-07-20", null, "PLANNED", null, null);
        line("P1", null, "2026-07-20", "ADDED", "业主要求", "HF-6", false);

        Map<String, List<String>> file = file("nanjing-pmd", "?unit=nanjing&year=2026");
        assertThat(file.get("南京分公司 2026年下半年").stream().skip(1).map(r -> r.replaceFirst("(.*?\\|){4}", "")))
                .containsExactly(
                        "2026-07-01|2026-07-01|项目部|到场|屋面|列入|已结束|2026-07-01||待备案|0||P1|HF-1",
                        "2026-07-02|2026-07-02|项目部|到场|屋面|列入|跟踪处理|2026-07-03||无需备案|0||P1|HF-2",
                        "2026-07-12|2026-07-04|项目部|到场|屋面|列入|已取消||业主出差;工程移交他人|无需备案|0||P1|HF-4",
                        "2026-07-05|2026-07-05|项目部|到场|屋面|取消|已取消||=cmd|'/c calc'!A1|无需备案|0||P1|",
                        "2026-07-09|2026-07-03|项目部|到场|屋面|改期|签字归档|2026-07-09|业主装修|无需备案|0||P1|HF-3",
                        "2026-07-20||项目部|到场|屋面|增加|待回访||业主要求|无需备案|0||P1|HF-6",
                        "|2026-08-05||||未计划|未列入计划||||0|||");
        // Owed: six lines less two cancelled, and one nobody planned.
        assertThat(file.get("汇总")).contains("南京分公司|2026年下半年|6|1|3|2|2|2|1|60.00|40.00");
    }

    @Test
    void a_line_belongs_to_the_year_and_half_of_its_plan() throws Exception {
        project("YP-1", "nanjing", "2023-12-20");
        project("YP-2", "nanjing", "2023-01-20");
        plan("P25", "nanjing", 2025, 2, "APPROVED", false);
        plan("P26A", "nanjing", 2026, 1, "SUBMITTED", false);
        plan("P26B", "nanjing", 2026, 2, "DRAFT", false);
        plan("P27", "nanjing", 2027, 1, "APPROVED", false);
        line("P25", "2025-12-31", "2025-12-31", "PLANNED", null, null, false);
        line("P26A", "2026-01-01", "2026-01-01", "PLANNED", null, null, false);
        line("P26A", "2026-06-30", "2026-06-30", "PLANNED", null, null, false);
        line("P26B", "2026-07-01", "2026-07-01", "PLANNED", null, null, false);
        line("P27", "2027-01-01", "2027-01-01", "PLANNED", null, null, false);

        assertThat(dueDays(file("nanjing-pmd", "")))
                .containsExactly(
                        "上半年 2026-01-01 计划待审批", "上半年 2026-06-30 计划待审批", "下半年 2026-07-01 计划编制中", "下半年 2026-07-20 未列入计划");
        assertThat(dueDays(file("nanjing-pmd", "?year=2025"))).containsExactly("下半年 2025-12-31 待下达");
        assertThat(dueDays(file("nanjing-pmd", "?year=2027"))).containsExactly("上半年 2027-01-01 待下达");
        assertThat(file("nanjing-pmd", "?year=2024")).isEqualTo(Map.of("汇总", List.of(SUMMARY)));
    }

    @Test
    void units_see_their_own_plans_and_headquarters_all_of_them() throws Exception {
        project("YP-1", "nanjing", "2023-10-15");
        plan("P1", "nanjing", 2026, 2, "DRAFT", false);
        plan("P2", "suzhou", 2026, 2, "DRAFT", false);
        line("P1", "2026-10-15", "2026-10-15", "PLANNED", null, null, false);
        line("P2", "2026-10-16", "2026-10-16", "PLANNED", null, null, false);
        assertThat(file("suzhou-pmd", "").keySet()).containsExactly("汇总", "苏州分公司 2026年下半年");
        Map<String, List<String>> all = file("hq-pmd", "");
        assertThat(all.keySet()).containsExactly("汇总", "南京分公司 2026年下半年", "苏州分公司 2026年下半年");
        assertThat(all.get("汇总").get(7)).isEqualTo("合计|2026年|2|0|0|0|0|0|0|0.00|0.00");
        assertThat(file("hq-pmd", "?unit=nanjing").keySet()).containsExactly("汇总", "南京分公司 2026年下半年");

        refused("suzhou-pmd", "?unit=nanjing", 404, "没有管理单位“nanjing”");
        refused("suzhou-pmd", "?unit=nowhere", 404, "没有管理单位“nowhere”");
        web.perform(get("/api/revisit-plans.xlsx")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_year_that_is_none_is_refused_in_chinese() throws Exception {
        for (String year : List.of("26", "20x6", "02026", "-2026", "2026.5")) {
            refused("nanjing-pmd", "?year=" + year, 400, "年度:“" + year + "”不是年份(应为 2026 的写法)");
        }
    }

    @Test
    void the_page_of_plans_leads_to_the_file() throws Exception {
        web.perform(get("/revisit-plans").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/api/revisit-plans.xlsx")))
                .andExpect(content().string(containsString("value=\"2026\"")));
    }

    private void refused(String person, String query, int status, String detail) throws Exception {
        web.perform(get("/api/revisit-plans.xlsx" + query).with(httpBasic(person, "demo")))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.detail", is(detail)));
    }

    private static List<String> dueDays(Map<String, List<String>> file) {
        List<String> days = new ArrayList<>();
        file.forEach((sheet, rows) -> {
            if (!sheet.equals("汇总")) {
                rows.stream()
                        .skip(1)
                        .map(r -> r.split("\\|", -1))
                        .forEach(c -> days.add(sheet.substring(sheet.length() - 3) + " " + c[5] + " " + c[10]));
            }
        });
        return days;
    }

    private void project(String code, String unit, String acceptedOn) {
        walk.project(code, unit, LocalDate.parse(acceptedOn));
        jdbc.sql("update project set registered_on = '2026-07-10' where code = ?")
                .param(code)
                .update();
    }

    private void plan(String no, String unit, int year, int half, String status, boolean filed) {
        jdbc.sql("insert into revisit_plan (plan_no, unit, year_no, half_no, revision, status, compiled_at, filed_at)"
                        + " values (?, ?, ?, ?, (select count(*) + 1 from revisit_plan), ?, current_timestamp,"
                        + (filed ? "current_timestamp)" : "null)"))
                .params(no, unit, year, half, status)
                .update();
    }

    private void line(
            String plan, String dueOn, String plannedOn, String status, String reason, String visit, boolean filed) {
        jdbc.sql(
                        "insert into revisit_plan_line (plan_no, project_code, due_on, in_warranty, filed, planned_on, channel,"
                                + " people, focus, complaints, status, reason, visit_no) values (?, 'YP-1', ?, true, ?, ?,"
                                + " 'ON_SITE', '项目部', '屋面', 0, ?, ?, ?)")
                .params(plan, day(dueOn), filed, day(plannedOn), status, reason, visit)
                .update();
    }

    private void visit(
            String no,
            String dueOn,
            String plannedOn,
            String postponed,
            String stage,
            String visitedAt,
            String cancelReason) {
        jdbc.sql("insert into revisit (visit_no, project_code, unit, due_on, planned_on, postponed_reason, in_warranty,"
                        + " supervised, filed, stage, channel, visited_at, cancel_reason, created_at)"
                        + " values (?, 'YP-1', 'nanjing', ?, ?, ?, true, false, false, ?, 'ON_SITE', ?, ?,"
                        + " current_timestamp)")
                .params(
                        no,
                        day(dueOn),
                        day(plannedOn),
                        postponed,
                        stage,
                        visitedAt == null ? null : java.time.OffsetDateTime.parse(visitedAt),
                        cancelReason)
                .update();
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    /** The sheets by name, their rows with cells joined; no cell is a formula. */
    private Map<String, List<String>> file(String person, String query) throws Exception {
        byte[] file = web.perform(get("/api/revisit-plans.xlsx" + query).with(httpBasic(person, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        DataFormatter shown = new DataFormatter();
        Map<String, List<String>> sheets = new LinkedHashMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.forEach(sheet -> {
                List<String> rows = new ArrayList<>();
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        String value = shown.formatCellValue(cell);
                        if (!value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0) {
                            assertThat(cell.getCellStyle().getQuotePrefixed())
                                    .as(value)
                                    .isTrue();
                        }
                        cells.add(value);
                    }
                    rows.add(String.join("|", cells));
                }
                sheets.put(sheet.getSheetName(), rows);
            });
        }
        return sheets;
    }
}
