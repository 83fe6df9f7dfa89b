package cn.aftercare.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/**
 * Every number of the dashboard is the number of rows of the list its link leads to, and of the register. March 2020 is
 * the period: no other test has cases then. Two branches have some just before, in and just after it.
 */
@EngineTest
@Import(Walk.class)
class DashboardTest {

    private static final String HQ = "hq-pmd-manager";
    private static final String BRANCH = "nanjing-pmd-manager";
    private static final String MARCH = "from=2020-03-01&to=2020-03-31";
    private static final String NANJING = "NJ-2018-801";
    private static final String SUZHOU = "SZ-2018-801";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern TOTAL = Pattern.compile("共 <b>(\\d+)</b>");
    private static final Pattern DUE = Pattern.compile("到期未列入计划 <span class=\"badge danger\">(\\d+)</span>");

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private int next;

    @BeforeEach
    void marchOf2020() {
        EngineTime.set("2020-04-02T10:00:00+08:00");
        walk.project(NANJING, "nanjing", LocalDate.of(2019, 10, 31));
        walk.project(SUZHOU, "suzhou", LocalDate.of(2019, 10, 31));
        jdbc.sql("update project set closed_on = accepted_on").update();
        jdbc.sql("update project set closed_on = null, registered_on = '2020-01-01' where code in (?, ?)")
                .params(NANJING, SUZHOU)
                .update();
        cases();
        plans();
        surveys();
    }

    @AfterEach
    void nothingStays() {
        jdbc.sql("delete from survey_score where survey_no like 'T8-%'").update();
        jdbc.sql("delete from survey where survey_no like 'T8-%'").update();
        jdbc.sql("delete from revisit_plan_line where plan_no like 'T8-%'").update();
        jdbc.sql("delete from revisit where visit_no like 'T8-%'").update();
        jdbc.sql("delete from revisit_plan where plan_no like 'T8-%'").update();
        jdbc.sql("delete from commitment where case_no like 'T8-%'").update();
        jdbc.sql("delete from repair_case where case_no like 'T8-%'").update();
        jdbc.sql("update project set closed_on = accepted_on where closed_on is null")
                .update();
        walk.clear();
    }

    /** The first and the last second of the month are in it, the seconds beside them are not. */
    private void cases() {
        for (String unit : List.of("nanjing", "suzhou")) {
            repair(unit, "2020-02-29T23:59:59+08:00", "WATERPROOF", "CLOSED", Map.of("RESPONSE HARD", "MET"));
            repair(unit, "2020-03-01T00:00:00+08:00", "WATERPROOF", "CLOSED", Map.of("RESPONSE HARD", "MET"));
            repair(unit, "2020-03-31T23:59:59+08:00", "DECORATION", "WORKING", Map.of("RESPONSE HARD", "MET_LATE"));
            repair(unit, "2020-04-01T00:00:00+08:00", "DECORATION", "WORKING", Map.of("RESPONSE HARD", "MET"));
        }
        repair("nanjing", "2020-03-05T09:00:00+08:00", "PLUMBING", "SURVEYING", Map.of("RESPONSE HARD", "BREACHED"));
        // The timer has not fired, and the deadline has passed; the next one's lies ahead.
        repair("nanjing", "2020-03-06T09:00:00+08:00", "PLUMBING", "SURVEYING", Map.of("START HARD", "RUNNING"));
        repair(
                "nanjing",
                "2020-03-07T09:00:00+08:00",
                "PLUMBING",
                "WORKING",
                Map.of("START HARD", "AHEAD", "COMPLETION TARGET", "PAUSED"));
        // Both kinds: the hard one counts. The hard one cancelled: the target counts. Both cancelled: nothing does.
        repair(
                "nanjing",
                "2020-03-08T09:00:00+08:00",
                "HVAC",
                "CLOSED",
                Map.of("COMPLETION HARD", "MET", "COMPLETION TARGET", "MET_LATE"));
        repair(
                "nanjing",
                "2020-03-09T09:00:00+08:00",
                "HVAC",
                "CLOSED",
                Map.of("COMPLETION HARD", "CANCELLED", "COMPLETION TARGET", "MET_LATE"));
        repair(
                "suzhou",
                "2020-03-10T09:00:00+08:00",
                "HVAC",
                "NO_AGREEMENT",
                Map.of("COMPLETION HARD", "CANCELLED", "COMPLETION TARGET", "CANCELLED"));
    }

    /** First half of 2020; 2020-04-02 is today. */
    private void plans() {
        plan("nanjing", 2019, 2);
        plan("nanjing", 2020, 1);
        plan("suzhou", 2020, 1);
        line("T8-nanjing-2019-2", NANJING, "2019-12-31", "2019-12-31", "PLANNED", null, null);
        line("T8-nanjing-2020-1", NANJING, "2020-01-10", "2020-01-10", "PLANNED", "2020-01-10", null);
        line("T8-nanjing-2020-1", NANJING, "2020-02-10", "2020-04-10", "POSTPONED", null, "业主出差");
        line("T8-nanjing-2020-1", NANJING, "2020-04-01", "2020-04-01", "PLANNED", null, null);
        line("T8-nanjing-2020-1", NANJING, "2020-04-02", "2020-04-02", "PLANNED", null, null);
        line("T8-nanjing-2020-1", NANJING, "2020-06-30", "2020-06-30", "CANCELLED", null, null);
        line("T8-suzhou-2020-1", SUZHOU, "2020-02-10", "2020-02-10", "PLANNED", "2020-03-12", null);
    }

    private void surveys() {
        survey("nanjing", NANJING, "2020-02-29", "90.00", 30);
        survey("nanjing", NANJING, "2020-03-01", "80.00", 60);
        survey("nanjing", NANJING, "2020-03-31", "85.00", 80);
        survey("nanjing", NANJING, "2020-04-01", "70.00", 0);
        survey("suzhou", SUZHOU, "2020-03-15", "60.00", 30);
        survey("suzhou", SUZHOU, null, null, 0);
    }

    @Test
    void every_number_is_the_number_of_rows_behind_its_link() throws Exception {
        for (String who : List.of(HQ, BRANCH, "admin", "nanjing-warranty-manager", "hq-top-management")) {
            linksAgree(who, MARCH);
        }
        linksAgree(HQ, MARCH + "&unit=suzhou");
        linksAgree(HQ, "from=2020-02-29&to=2020-04-01");
        linksAgree(HQ, "");
        linksAgree(BRANCH, "from=2019-10-01&to=2019-12-31");
    }

    @Test
    void the_month_counts_what_was_received_in_it() throws Exception {
        JsonNode picture = picture(HQ, MARCH);
        assertThat(picture.path("columns").findValuesAsText("code")).containsExactly("hq", "nanjing", "suzhou", "");
        assertThat(promise(picture, "RESPONSE", "nanjing")).isEqualTo("met 1 of 3, late 1, breached 1, running 0");
        assertThat(promise(picture, "RESPONSE", "suzhou")).isEqualTo("met 1 of 2, late 1, breached 0, running 0");
        assertThat(promise(picture, "RESPONSE", "")).isEqualTo("met 2 of 5, late 2, breached 1, running 0");
        assertThat(promise(picture, "RESPONSE", "hq")).isEqualTo("met 0 of 0, late 0, breached 0, running 0");
        assertThat(promise(picture, "START", "nanjing")).isEqualTo("met 0 of 1, late 0, breached 1, running 1");
        assertThat(promise(picture, "COMPLETION", "nanjing")).isEqualTo("met 1 of 2, late 1, breached 0, running 1");
        assertThat(promise(picture, "COMPLETION", "suzhou")).isEqualTo("met 0 of 0, late 0, breached 0, running 0");

        // The busiest first, in the order of the categories when equal.
        assertThat(picture.path("categories").findValuesAsText("code"))
                .containsExactly("PLUMBING", "HVAC", "WATERPROOF", "DECORATION");
        assertThat(counts(row(picture, "categories", "WATERPROOF"))).containsExactly(0L, 1L, 1L, 2L);
        assertThat(counts(row(picture, "categories", "HVAC"))).containsExactly(0L, 2L, 1L, 3L);

        assertThat(picture.path("halfName").asText()).isEqualTo("2020年上半年");
        assertThat(plan(picture, "nanjing")).isEqualTo("5 = 1 visited + 1 late + 2 open + 1 cancelled; 1 postponed");
        assertThat(plan(picture, "suzhou")).isEqualTo("1 = 1 visited + 0 late + 0 open + 0 cancelled; 0 postponed");
        assertThat(plan(picture, "")).isEqualTo("6 = 2 visited + 1 late + 2 open + 1 cancelled; 1 postponed");
        // Accepted 2019-10-31: due 2020-04-30, within thirty days. Nanjing's 2020-04-02 stands for it, Suzhou has none.
        assertThat(row(picture, "plans", "nanjing").at("/unplanned/count").asLong())
                .isZero();
        assertThat(row(picture, "plans", "suzhou").at("/unplanned/count").asLong())
                .isEqualTo(1);

        JsonNode quarter = picture.path("quarters").path(0);
        assertThat(picture.path("quarters")).hasSize(1);
        assertThat(quarter.path("name").asText()).isEqualTo("2020年第1季度");
        assertThat(quarter.path("cells").findValuesAsText("average"))
                .containsExactly("null", "82.50", "60.00", "75.00");
        JsonNode weakest = picture.path("factors").path(0);
        assertThat(weakest.path("code").asText()).isEqualTo(SurveyFactor.QUALITY.name());
        assertThat(weakest.path("average").asText()).isEqualTo("56.67");
        assertThat(weakest.at("/surveys/count").asInt()).isEqualTo(3);
    }

    @Test
    void the_register_has_the_same_numbers() throws Exception {
        for (String who : List.of(HQ, BRANCH)) {
            JsonNode picture = picture(who, MARCH);
            for (JsonNode column : picture.path("columns")) {
                String unit = column.path("code").asText();
                List<Map<String, String>> register = register(who, MARCH + "&unit=" + unit);
                for (Map.Entry<String, String> promise : Map.of(
                                "RESPONSE", "响应是否按时", "START", "启动是否按时", "COMPLETION", "完成是否按时")
                        .entrySet()) {
                    JsonNode cell = cell(picture, "promises", promise.getKey(), unit);
                    assertThat(List.of(
                                    cell.at("/met/count").asLong(),
                                    cell.at("/decided/count").asLong()
                                            - cell.at("/met/count").asLong(),
                                    cell.at("/running/count").asLong()))
                            .as(who + " " + unit + " " + promise)
                            .containsExactly(
                                    having(register, promise.getValue(), "是"),
                                    having(register, promise.getValue(), "否"),
                                    having(register, promise.getValue(), "未到期"));
                }
                for (JsonNode category : picture.path("categories")) {
                    assertThat(cell(picture, "categories", category.path("code").asText(), unit)
                                    .path("count")
                                    .asLong())
                            .isEqualTo(
                                    having(register, "类别", category.path("name").asText()));
                }
                List<Map<String, String>> all = register(who, "unit=" + unit);
                for (JsonNode stage : picture.path("stages")) {
                    assertThat(cell(picture, "stages", stage.path("code").asText(), unit)
                                    .at("/open/count")
                                    .asLong())
                            .isEqualTo(having(all, "阶段", stage.path("name").asText()));
                }
            }
        }
    }

    @Test
    void a_branch_sees_its_own_figures_only() throws Exception {
        JsonNode picture = picture(BRANCH, MARCH);
        assertThat(picture.path("columns").findValuesAsText("code")).containsExactly("nanjing");
        assertThat(picture.path("choices")).hasSize(1);
        assertThat(picture.toString()).doesNotContain("suzhou");
        assertThat(promise(picture, "RESPONSE", "nanjing")).isEqualTo("met 1 of 3, late 1, breached 1, running 0");
        assertThat(plan(picture, "nanjing")).startsWith("5 = ");
        ask(BRANCH, "unit=suzhou")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("没有管理单位“suzhou”"));
        web.perform(get("/revisit-plans/lines?unit=suzhou&half=2020H1").with(httpBasic(BRANCH, "demo")))
                .andExpect(status().isNotFound());
        web.perform(get("/revisits?unit=suzhou").with(httpBasic(BRANCH, "demo")))
                .andExpect(status().isNotFound());
    }

    @Test
    void only_those_who_supervise_see_it() throws Exception {
        ask("nanjing-technician", "")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("可以查看管理看板")));
        page("/dashboard", "nanjing-technician").andExpect(status().isForbidden());
        page("/cases", "nanjing-technician").andExpect(content().string(not(containsString("href=\"/dashboard\""))));
        page("/dashboard", BRANCH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("管理看板")));
        page("/cases", BRANCH).andExpect(content().string(containsString("href=\"/dashboard\"")));
        web.perform(get("/api/dashboard")).andExpect(status().isUnauthorized());
    }

    @Test
    void what_is_asked_wrongly_is_refused_in_words() throws Exception {
        wrong("from=yesterday", "日期(from):“yesterday”不是日期(应为 2026-01-01 的写法)");
        wrong("to=2020-02-30", "日期(to):“2020-02-30”不是日期(应为 2026-01-01 的写法)");
        wrong("from=2020-03-02&to=2020-03-01", "截止日期(to):不能早于起始日期(from)");
        list("/cases?promise=RESPONSE&outcome=PERHAPS", "兑现情况:没有“PERHAPS”");
        list("/cases?promise=LUNCH", "承诺:没有“LUNCH”");
        list("/cases?category=PAINT", "类别:没有“PAINT”");
        list("/surveys?from=x", "填写自:“x”不是日期");
        list("/revisit-plans/lines?half=2020", "半年度:“2020”不是半年度");
        list("/revisit-plans/lines?state=GONE", "执行情况:没有“GONE”");
    }

    /** The charts come from the application itself, and the address in the script is the library's. */
    @Test
    void what_draws_the_charts_is_served_to_whoever_is_logged_in() throws Exception {
        String script = page("/dashboard/dashboard.js", BRANCH)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Matcher charts = Pattern.compile("CHARTS = '([^']+)'").matcher(script);
        assertThat(charts.find()).isTrue();
        page(charts.group(1), BRANCH).andExpect(status().isOk());
        assertThat(script).doesNotContain("http://", "https://");
    }

    private void wrong(String query, String message) throws Exception {
        ask(HQ, query)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(message));
    }

    private void list(String path, String message) throws Exception {
        page(path, HQ).andExpect(status().isBadRequest()).andExpect(content().string(containsString(message)));
    }

    private ResultActions page(String path, String user) throws Exception {
        return web.perform(get(path).with(httpBasic(user, "demo")).accept(MediaType.TEXT_HTML));
    }

    private ResultActions ask(String user, String query) throws Exception {
        return web.perform(get("/api/dashboard?" + query).with(httpBasic(user, "demo")));
    }

    private JsonNode picture(String user, String query) throws Exception {
        return JSON.readTree(ask(user, query)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private void linksAgree(String user, String query) throws Exception {
        List<JsonNode> figures = new ArrayList<>();
        collect(picture(user, query), figures);
        assertThat(figures).isNotEmpty();
        for (JsonNode figure : figures) {
            String href = figure.path("href").asText();
            assertThat(rows(user, href))
                    .as(user + " " + href)
                    .isEqualTo(figure.path("count").asLong());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> figures) {
        if (node.has("href")) {
            figures.add(node);
        } else {
            node.forEach(child -> collect(child, figures));
        }
    }

    private long rows(String user, String href) throws Exception {
        String html = web.perform(get(URI.create(href.replaceFirst("#.*", "")))
                        .with(httpBasic(user, "demo"))
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        boolean due = href.endsWith("#due");
        Matcher total = (due ? DUE : TOTAL).matcher(html);
        return total.find() ? Long.parseLong(total.group(1)) : due ? 0 : -1;
    }

    private List<Map<String, String>> register(String user, String query) throws Exception {
        byte[] xlsx = web.perform(get("/api/repair-register.xlsx?" + query).with(httpBasic(user, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        DataFormatter text = new DataFormatter();
        List<Map<String, String>> rows = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            Sheet sheet = book.getSheetAt(0);
            Row heads = sheet.getRow(2);
            for (int r = 3; r < sheet.getLastRowNum(); r++) {
                Map<String, String> row = new HashMap<>();
                for (int c = 0; c < heads.getLastCellNum(); c++) {
                    row.put(
                            text.formatCellValue(heads.getCell(c)),
                            text.formatCellValue(sheet.getRow(r).getCell(c)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static long having(List<Map<String, String>> rows, String head, String value) {
        return rows.stream().filter(r -> value.equals(r.get(head))).count();
    }

    private static JsonNode row(JsonNode picture, String table, String code) {
        for (JsonNode row : picture.path(table)) {
            if (row.path("code").asText().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no row " + code + " in " + picture.path(table));
    }

    private static JsonNode cell(JsonNode picture, String table, String code, String unit) {
        List<String> columns = picture.path("columns").findValuesAsText("code");
        return row(picture, table, code).path("cells").path(columns.indexOf(unit));
    }

    private static String promise(JsonNode picture, String code, String unit) {
        JsonNode cell = cell(picture, "promises", code, unit);
        return "met " + cell.at("/met/count") + " of " + cell.at("/decided/count") + ", late "
                + cell.at("/metLate/count") + ", breached " + cell.at("/breached/count") + ", running "
                + cell.at("/running/count");
    }

    private static String plan(JsonNode picture, String unit) {
        JsonNode row = row(picture, "plans", unit);
        return row.at("/lines/count") + " = " + row.at("/visited/count") + " visited + " + row.at("/late/count")
                + " late + " + row.at("/open/count") + " open + " + row.at("/cancelled/count") + " cancelled; "
                + row.at("/postponed/count") + " postponed";
    }

    private static List<Long> counts(JsonNode row) {
        List<Long> counts = new ArrayList<>();
        row.path("cells").forEach(cell -> counts.add(cell.path("count").asLong()));
        return counts;
    }

    /** @param promises status by type and kind; AHEAD runs and is due tomorrow, everything else was due last month */
    private void repair(String unit, String receivedAt, String category, String stage, Map<String, String> promises) {
        String no = "T8-" + ++next;
        OffsetDateTime received = OffsetDateTime.parse(receivedAt);
        jdbc.sql("""
                        insert into repair_case (case_no, project_code, unit, received_at, recorded_at, recorded_by, channel,
                            reporter_name, reporter_phone, category, cause_category, location, description, emergency,
                            structural, public_area, stage, kind, severity, inside_period)
                        values (?, ?, ?, ?, ?, 'x', 'PHONE', '周敏', '1', ?, ?, '走廊', '开裂', false, false, false, ?,
                            'ORDINARY', 'MINOR', true)
                        """)
                .params(no, projectOf(unit), unit, received, received, category, category, stage)
                .update();
        promises.forEach((promise, status) -> {
            OffsetDateTime due = OffsetDateTime.parse(
                    status.equals("AHEAD") ? "2020-04-03T00:00:00+08:00" : "2020-04-02T10:00:00+08:00");
            jdbc.sql("""
                            insert into commitment (case_no, unit, type, kind, anchor_at, due_at, remind_at, provisional,
                                owner_specified, status)
                            values (?, ?, ?, ?, ?, ?, ?, false, false, ?)
                            """)
                    .params(
                            no,
                            unit,
                            promise.split(" ")[0],
                            promise.split(" ")[1],
                            received,
                            due,
                            due,
                            status.equals("AHEAD") ? "RUNNING" : status)
                    .update();
        });
    }

    private static String projectOf(String unit) {
        return unit.equals("nanjing") ? NANJING : SUZHOU;
    }

    private void plan(String unit, int year, int half) {
        jdbc.sql("insert into revisit_plan (plan_no, unit, year_no, half_no, revision, status, compiled_at)"
                        + " values (?, ?, ?, ?, 1, 'APPROVED', now())")
                .params("T8-" + unit + "-" + year + "-" + half, unit, year, half)
                .update();
    }

    private void line(
            String plan,
            String project,
            String dueOn,
            String plannedOn,
            String status,
            @Nullable String visitedOn,
            @Nullable String postponed) {
        String visit = visitedOn == null && postponed == null ? null : "T8-" + ++next;
        if (visit != null) {
            jdbc.sql("""
                            insert into revisit (visit_no, project_code, unit, plan_no, due_on, planned_on, in_warranty,
                                supervised, filed, stage, channel, visited_at, postponed_reason, created_at)
                            values (?, ?, ?, ?, cast(? as date), cast(? as date), true, false, false, ?, 'PHONE',
                                cast(? as timestamp with time zone), ?, now())
                            """)
                    .params(
                            visit,
                            project,
                            plan.split("-")[1],
                            plan,
                            dueOn,
                            plannedOn,
                            visitedOn == null ? "PLANNED" : "FOLLOWING_UP",
                            visitedOn == null ? null : visitedOn + " 10:00:00+08",
                            postponed)
                    .update();
        }
        jdbc.sql("""
                        insert into revisit_plan_line (plan_no, project_code, due_on, in_warranty, filed, planned_on,
                            channel, complaints, status, reason, visit_no)
                        values (?, ?, cast(? as date), true, false, cast(? as date), 'PHONE', 0, ?, ?, ?)
                        """)
                .params(plan, project, dueOn, plannedOn, status, postponed, visit)
                .update();
    }

    /** @param quality the score of the quality; everything else was perfect */
    private void survey(String unit, String project, @Nullable String filledOn, @Nullable String total, int quality) {
        String no = "T8-" + ++next;
        jdbc.sql("""
                        insert into survey (survey_no, project_code, unit, year_no, opened_at, contact_name, contact_phone,
                            status, source, total, filled_on, filled_by, filled_phone, answered_at)
                        values (?, ?, ?, 2020, now(), '周敏', '1', ?, ?, ?, cast(? as date), '周敏', '1', now())
                        """)
                .params(
                        no,
                        project,
                        unit,
                        filledOn == null ? "OPEN" : "ANSWERED",
                        filledOn == null ? null : "PAPER",
                        total == null ? null : new BigDecimal(total),
                        filledOn)
                .update();
        if (filledOn != null) {
            for (SurveyFactor factor : SurveyFactor.values()) {
                jdbc.sql("insert into survey_score (survey_no, factor, points) values (?, ?, ?)")
                        .params(no, factor.name(), factor == SurveyFactor.QUALITY ? quality : 100)
                        .update();
            }
        }
    }
}
