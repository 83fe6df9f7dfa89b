package cn.aftercare.repair.web;

import static cn.aftercare.repair.Walk.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What other systems and pages read of the cases and do to them, and who may. */
@EngineTest
@Import(Walk.class)
class CaseApiTest {

    private static final String SPECIALIST = "nanjing-after-sales";

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TaskService tasks;

    private Repair repair;

    @BeforeEach
    void oneCase() {
        forgetCases();
        walk.project();
        EngineTime.set("2025-09-27T10:15:00+08:00");
        repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00"));
    }

    @AfterEach
    void clear() {
        walk.clear();
        forgetCases();
    }

    /** Lists and registers show all there is; the database is shared by the classes. */
    private void forgetCases() {
        walk.clear();
        for (String table : List.of(
                "quality_defect",
                "commitment_step",
                "commitment",
                "commitment_anchor",
                "case_pause",
                "case_event",
                "case_finding",
                "acceptance_round",
                "quote",
                "service_record",
                "attachment",
                "idempotency_key",
                "emergency",
                "safety_measure",
                "repair_scheme",
                "structural_case",
                "repair_case")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void a_case_is_there_for_its_unit_for_headquarters_and_for_administrators() throws Exception {
        String path = "/api/repair-cases/" + repair.caseNo();
        for (String user : List.of(SPECIALIST, "nanjing-technician", "hq-pmd-manager", "hq-technician", "admin")) {
            web.perform(get(path).with(httpBasic(user, "demo")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.caseNo").value(repair.caseNo()));
        }
        for (String user : List.of("suzhou-after-sales", "suzhou-pmd-manager", "analyst")) {
            web.perform(get(path).with(httpBasic(user, "demo")))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail").value("没有案件 " + repair.caseNo()));
        }
        web.perform(get("/api/repair-cases/BX-0000-000000").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/repair-cases",
                "/api/repair-cases/BX-1",
                "/api/repair-register.xlsx",
                "/api/repair-cases/BX-1/records",
                "/api/repair-cases/BX-1/attachments",
                "/api/records/RWD-1.docx",
                "/api/attachments/1",
                "/api/openapi",
                "/forms/repair-receive",
                "/forms/repair-survey/BX-1"
            })
    void nothing_is_read_without_login(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isUnauthorized());
    }

    @Test
    void the_list_is_narrowed_by_unit_stage_days_and_text() throws Exception {
        walk.project("SZ-2023-001", "suzhou", LocalDate.of(2023, 10, 15));
        jdbc.sql("""
                        insert into repair_case (case_no, project_code, unit, received_at, recorded_at, recorded_by,
                            channel, reporter_name, reporter_phone, category, cause_category, location, description,
                            emergency, structural, public_area, stage, severity)
                        values ('BX-2025-900001', 'SZ-2023-001', 'suzhou', timestamp with time zone
                            '2025-09-27 23:59:59.999+08', now(), 'x', 'PHONE', '吴刚', '13900000000', 'OTHER', 'OTHER',
                            '100%_门', '门坏', false, false, false, 'CLOSED', 'MINOR')
                        """).update();

        listed("hq-pmd", "").andExpect(jsonPath("$.total").value(2));
        listed("admin", "").andExpect(jsonPath("$.total").value(2));
        listed("analyst", "").andExpect(jsonPath("$.total").value(0));
        listed(SPECIALIST, "")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(20))
                .andExpect(jsonPath("$.items[0].caseNo").value(repair.caseNo()))
                .andExpect(jsonPath("$.items[0].receivedAt").value("2025-09-26T16:40:00+08:00"))
                .andExpect(jsonPath("$.items[0].unit").value("nanjing"));
        listed("hq-pmd", "unit=suzhou")
                .andExpect(jsonPath("$.items[*].unit").value(everyItem(is("suzhou"))))
                .andExpect(jsonPath("$.total").value(1));
        listed("hq-pmd", "stage=CLOSED").andExpect(jsonPath("$.items[*].caseNo").value(hasItem("BX-2025-900001")));
        listed("hq-pmd", "stage=REGISTERED").andExpect(jsonPath("$.total").value(1));
        listed("hq-pmd", "from=2025-09-27").andExpect(jsonPath("$.total").value(1));
        listed("hq-pmd", "to=2025-09-26").andExpect(jsonPath("$.total").value(1));
        listed("hq-pmd", "from=2025-09-26&to=2025-09-27")
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].caseNo").value("BX-2025-900001"));
        listed("hq-pmd", "from=2025-09-28").andExpect(jsonPath("$.total").value(0));
        listed("hq-pmd", "q=100%25_").andExpect(jsonPath("$.total").value(1));
        listed("hq-pmd", "q=%25%25").andExpect(jsonPath("$.total").value(0));
        listed("hq-pmd", "q=' or 1=1 --").andExpect(jsonPath("$.total").value(0));
        listed("hq-pmd", "q=sz-2023").andExpect(jsonPath("$.total").value(1));
        listed("hq-pmd", "size=1&page=1")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].caseNo").value(repair.caseNo()))
                .andExpect(jsonPath("$.total").value(2));
        listed("hq-pmd", "page=1000000&size=200")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @ParameterizedTest
    @CsvSource({
        "size=0, size",
        "size=201, size",
        "size=x, size",
        "page=-1, page",
        "page=99999999999, page",
        "stage=OPEN, stage",
        "from=2025-9-1, from",
        "to=heute, to",
        "from=2025-02-30, from",
        "from=2025-09-02&to=2025-09-01, to"
    })
    void a_filter_that_makes_no_sense_is_named(String query, String field) throws Exception {
        web.perform(get("/api/repair-cases?" + query).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem(field)));
    }

    @Test
    void a_character_no_database_knows_is_refused_as_a_filter() throws Exception {
        web.perform(get("/api/repair-cases").param("q", "a\0b").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isBadRequest());
        web.perform(get("/api/repair-cases").param("unit", "\0").with(httpBasic("admin", "demo")))
                .andExpect(status().isBadRequest());
        web.perform(get("/api/repair-cases/{no}", "BX\0").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void another_units_list_and_register_do_not_exist() throws Exception {
        for (String path : List.of("/api/repair-cases", "/api/repair-register.xlsx")) {
            web.perform(get(path + "?unit=suzhou").with(httpBasic(SPECIALIST, "demo")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value("没有管理单位“suzhou”"));
        }
        assertThat(register("suzhou-pmd", "")).hasSize(0);
    }

    @Test
    void the_register_holds_a_row_a_notice_with_fees_and_punctuality() throws Exception {
        EngineTime.set("2025-10-16T09:00:00+08:00");
        Repair paid = walk.reported(new ReportDraft(
                Walk.PROJECT,
                Walk.at("2025-10-16T08:45:00+08:00"),
                Channel.COMPLAINT,
                "@SUM(A1)",
                "13800000000",
                DefectCategory.DECORATION,
                "+1-2 栋",
                "=HYPERLINK(\"http://evil.example\",\"点我\")",
                false,
                false,
                true,
                null,
                null));
        paid.surveyed(Map.of()).confirm(Map.of());
        paid.complete(
                "nanjing-commercial",
                "材料费报价与确认",
                Map.of(
                        "material", "860.00",
                        "details", "石膏板",
                        "answer", "YES",
                        "answeredAt", form(EngineTime.now()),
                        "answeredBy", "周敏"));

        List<Map<String, String>> rows = register(SPECIALIST, "");
        assertThat(rows).hasSize(2);
        Map<String, String> late = rows.get(0);
        Map<String, String> row = rows.get(1);
        assertThat(late).containsValue(repair.caseNo()).containsValue("否");
        assertThat(row)
                .containsValue(paid.caseNo())
                .containsValue("=HYPERLINK(\"http://evil.example\",\"点我\")")
                .containsValue("@SUM(A1)")
                .containsValue("860.00")
                .containsValue("是");
        assertThat(register(SPECIALIST, "?from=2025-10-16")).hasSize(1);
        assertThat(register("hq-pmd", "?unit=nanjing&to=2025-10-15")).hasSize(1);
        assertThat(register("admin", "")).hasSize(2);
    }

    @Test
    void a_register_of_years_fits_into_little_memory() throws Exception {
        jdbc.sql("""
                        insert into repair_case (case_no, project_code, unit, received_at, recorded_at, recorded_by,
                            channel, reporter_name, reporter_phone, category, cause_category, location, description,
                            emergency, structural, public_area, stage, severity)
                        select 'BX-2024-' || lpad(n::text, 6, '0'), :project, 'nanjing',
                            timestamp with time zone '2024-01-01 08:00+08' + n * interval '10 minutes', now(), 'x',
                            'PHONE', '周敏', '13800000000', 'OTHER', 'OTHER', '3层走廊',
                            repeat('吊顶开裂', 100) || n, false, false, false, 'CLOSED', 'MINOR'
                        from generate_series(1, 20000) n
                        """).param("project", Walk.PROJECT).update();
        // Plans made for a handful of cases would read all of them for each one deleted.
        jdbc.sql("analyze repair_case").update();
        byte[] file = web.perform(get("/api/repair-register.xlsx").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(file).startsWith('P', 'K');
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isBetween(20_001, 20_010);
        }
    }

    @Test
    void the_papers_of_a_case_hold_every_round_and_stay_in_the_unit() throws Exception {
        repair.surveyed(Map.of()).confirm(Map.of()).started(Map.of());
        repair.work().selfCheck(true).accept(false);
        EngineTime.advance(Duration.ofMinutes(5));
        repair.work().selfCheck(true).accept(true).closed();

        JsonNode records = json.readTree(web.perform(
                        get("/api/repair-cases/" + repair.caseNo() + "/records").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(records.findValuesAsText("kind")).containsExactly("TASK_ORDER", "WARRANTY_RECORD");
        String order = records.get(0).get("recordNo").asText();
        String record = records.get(1).get("recordNo").asText();
        web.perform(get("/api/repair-cases/" + repair.caseNo()).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(jsonPath("$.taskOrderNo").value(order))
                .andExpect(jsonPath("$.recordNo").value(record))
                .andExpect(jsonPath("$.stage").value("CLOSED"))
                .andExpect(jsonPath("$.chargeBasis").value("FREE"));

        assertThat(text(order))
                .contains(order, repair.caseNo(), "金陵大厦装修工程", "吊顶开裂", "3层走廊", "周敏", "13800000000", "请尽快安排");
        assertThat(text(record)).contains(record, repair.caseNo(), "更换石膏板", "色差明显", "技工1", "周敏");
        for (String user : List.of("suzhou-after-sales", "analyst")) {
            web.perform(get("/api/records/" + record + ".docx").with(httpBasic(user, "demo")))
                    .andExpect(status().isNotFound());
            web.perform(get("/api/repair-cases/" + repair.caseNo() + "/records").with(httpBasic(user, "demo")))
                    .andExpect(status().isNotFound());
        }
        pause("nanjing-engineer", "{\"reason\":\"MATERIAL\",\"note\":\"缺货\"}").andExpect(status().isConflict());
        resume("nanjing-engineer", "{}").andExpect(status().isConflict());
    }

    @Test
    void files_stay_with_the_case_and_in_its_unit() throws Exception {
        MockMultipartFile photo = new MockMultipartFile("file", "吊顶.png", null, new byte[] {
            (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
        });
        String path = "/api/repair-cases/" + repair.caseNo() + "/attachments";
        for (String user : List.of("suzhou-technician", "hq-technician", "admin")) {
            web.perform(multipart(path).file(photo).param("purpose", "PHOTO").with(httpBasic(user, "demo")))
                    .andExpect(status().is(user.startsWith("suzhou") ? 404 : 403));
        }
        String url = json.readTree(web.perform(multipart(path)
                                .file(photo)
                                .param("purpose", "PHOTO")
                                .with(httpBasic("nanjing-technician", "demo")))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .get("url")
                .asText();
        web.perform(get(url).with(httpBasic("hq-pmd", "demo")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(photo.getBytes()));
        web.perform(get(path).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(jsonPath("$[0].fileName").value("吊顶.png"));
        web.perform(get(url).with(httpBasic("suzhou-technician", "demo"))).andExpect(status().isNotFound());
        web.perform(get(path).with(httpBasic("suzhou-technician", "demo"))).andExpect(status().isNotFound());
        MockMultipartFile script =
                new MockMultipartFile("file", "x.png", "image/png", "<script>".getBytes(StandardCharsets.UTF_8));
        web.perform(multipart(path).file(script).param("purpose", "PHOTO").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        MockMultipartFile named = new MockMultipartFile("file", "a\0.png", null, photo.getBytes());
        web.perform(multipart(path).file(named).param("purpose", "OTHER").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().is2xxSuccessful());
    }

    @Test
    void clocks_are_paused_and_resumed_by_those_who_answer_for_them() throws Exception {
        String pause = "{\"reason\":\"MATERIAL\",\"note\":\"石膏板缺货\",\"from\":\"2025-09-27T10:00:00+08:00\"}";
        for (String user : List.of(SPECIALIST, "nanjing-technician", "hq-pmd-manager", "admin")) {
            pause(user, pause).andExpect(status().isForbidden());
        }
        pause("suzhou-engineer", pause).andExpect(status().isNotFound());
        for (String[] bad : new String[][] {
            {"{\"note\":\"x\"}", "reason"},
            {"{\"reason\":\"LAZY\",\"note\":\"x\"}", "reason"},
            {"{\"reason\":\"MATERIAL\"}", "note"},
            {"{\"reason\":\"MATERIAL\",\"note\":\" \"}", "note"},
            {"{\"reason\":\"MATERIAL\",\"note\":\"a\\u0000\"}", "note"},
            {"{\"reason\":\"MATERIAL\",\"note\":\"" + "长".repeat(501) + "\"}", "note"},
            {"{\"reason\":\"MATERIAL\",\"note\":\"x\",\"from\":\"2025-09-27T10:15:01+08:00\"}", "from"},
            {"{\"reason\":\"MATERIAL\",\"note\":\"x\",\"from\":\"2025-09-26T16:39:59+08:00\"}", "from"},
            {"{\"reason\":\"MATERIAL\",\"note\":\"x\",\"from\":\"2025-09-27T10:00:00\"}", "from"}
        }) {
            pause("nanjing-engineer", bad[0])
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[*].field").value(hasItem(bad[1])));
        }
        resume("nanjing-engineer", "{}").andExpect(status().isConflict());

        pause("nanjing-engineer", pause)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.commitments[?(@.type=='START')].status").value(everyItem(is("PAUSED"))))
                .andExpect(
                        jsonPath("$.commitments[?(@.type=='RESPONSE')].status").value(everyItem(is("RUNNING"))));
        pause("nanjing-warranty-manager", pause).andExpect(status().isConflict());
        resume("nanjing-pmd", "{\"to\":\"2025-09-27T09:59:00+08:00\"}").andExpect(status().isBadRequest());
        resume("nanjing-pmd", "{\"to\":\"2025-09-28T09:59:00+08:00\"}").andExpect(status().isBadRequest());
        EngineTime.set("2025-09-28T10:15:00+08:00");
        resume("nanjing-pmd", "{\"to\":\"2025-09-28T10:00:00+08:00\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.commitments[?(@.type=='START')].status").value(everyItem(is("RUNNING"))));
        pause("nanjing-engineer", pause)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("from"))
                .andExpect(jsonPath("$.detail").value(containsString("重叠")));
    }

    @Test
    void the_contract_can_be_read_by_machines() throws Exception {
        JsonNode paths = json.readTree(web.perform(get("/api/openapi").with(httpBasic(SPECIALIST, "demo")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .get("paths");
        List<String> found = new ArrayList<>();
        paths.fieldNames().forEachRemaining(found::add);
        assertThat(found)
                .contains(
                        "/api/repair-cases",
                        "/api/repair-cases/{caseNo}",
                        "/api/repair-cases/{caseNo}/pause",
                        "/api/repair-cases/{caseNo}/resume",
                        "/api/repair-cases/{caseNo}/records",
                        "/api/repair-cases/{caseNo}/attachments",
                        "/api/attachments/{id}",
                        "/api/repair-register.xlsx",
                        "/api/records/{recordNo}.docx",
                        "/api/projects/import",
                        "/api/projects/{code}",
                        "/api/calendar/{year}",
                        "/api/calendar/working-days");
        assertThat(paths.get("/api/repair-cases").has("post")).isTrue();
        assertThat(paths.get("/api/repair-cases").get("post").toString()).contains("Idempotency-Key");
    }

    @Test
    void a_start_form_offers_the_projects_a_person_may_report_for() throws Exception {
        walk.project("SZ-2023-001", "suzhou", LocalDate.of(2023, 10, 15));
        JsonNode mine = shown(SPECIALIST, "repair-receive");
        assertThat(field(mine, "projectCode").get("values").findValuesAsText("value"))
                .contains(Walk.PROJECT)
                .doesNotContain("SZ-2023-001");
        assertThat(field(mine, "projectCode").has("valuesKey")).isFalse();
        assertThat(field(mine, "receivedAt").get("defaultValue").asText()).isEqualTo("2025-09-27T10:15");
        assertThat(field(shown("nanjing-technician", "repair-receive"), "projectCode")
                        .get("values"))
                .isEmpty();
        web.perform(get("/forms/no-such").with(httpBasic(SPECIALIST, "demo"))).andExpect(status().isNotFound());
    }

    @Test
    void a_task_form_is_filled_with_what_is_known_and_stays_in_the_unit() throws Exception {
        JsonNode crew = shown("nanjing-pmd", "repair-crew/" + repair.caseNo());
        assertThat(field(crew, "siteTechnician").get("values").findValuesAsText("value"))
                .containsExactly("nanjing-site-technician");
        assertThat(field(crew, "crew").get("values").findValuesAsText("value"))
                .containsExactly("技工1", "技工2", "技工3", "技工4", "技工5", "技工6");
        JsonNode order = shown(SPECIALIST, "repair-task-order/" + repair.caseNo());
        assertThat(field(order, "itemCategory").get("defaultValue").asText()).isEqualTo("DECORATION");
        assertThat(order.get("components").get(0).get("text").asText()).contains("金陵大厦装修工程", "吊顶开裂");

        String chain =
                repair.hard(cn.aftercare.commitment.CommitmentType.RESPONSE).id() + "";
        shown("nanjing-warranty-manager", "service-commitment-supervise/" + chain);
        for (String path : List.of(
                "repair-crew/" + repair.caseNo(),
                "repair-survey/" + repair.caseNo(),
                "paid-repair-agreement-quote/" + repair.caseNo(),
                "service-commitment-supervise/" + chain)) {
            web.perform(get("/forms/" + path).with(httpBasic("suzhou-pmd", "demo")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(org.hamcrest.Matchers.not(containsString("金陵"))));
        }
        for (String path : List.of("repair-survey", "repair-survey/BX-0", "service-commitment-supervise/x")) {
            web.perform(get("/forms/" + path).with(httpBasic(SPECIALIST, "demo")))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void a_task_leads_to_its_form_as_long_as_it_waits() throws Exception {
        String path = formPath("下达维修任务单");
        web.perform(get(path).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(forwardedUrl("/forms/repair-task-order/" + repair.caseNo()));
        web.perform(get(path).with(httpBasic("suzhou-after-sales", "demo"))).andExpect(status().isNotFound());
        web.perform(get(path.replace("/caseNo", "/unit")).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isNotFound());

        repair.issueTaskOrder();
        web.perform(get(path).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("可能已经办完")));
    }

    @Test
    void the_task_of_a_broken_promise_leads_to_its_form() throws Exception {
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        walk.fires(response, Walk.at("2025-09-27T10:40:00+08:00"));
        walk.fires(response, Walk.at("2025-09-27T16:40:00+08:00"));
        String form = "/forms/service-commitment-supervise/" + response.id();
        web.perform(get(formPath("督办:维保经理")).with(httpBasic("nanjing-warranty-manager", "demo")))
                .andExpect(forwardedUrl(form));
        web.perform(get(form).with(httpBasic("nanjing-warranty-manager", "demo")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(repair.caseNo())));
    }

    /** Where Tasklist gets the form of the case's open task of this name. */
    private String formPath(String taskName) {
        return tasks.createTaskQuery()
                .taskId(repair.task(taskName).getId())
                .initializeFormKeys()
                .singleResult()
                .getFormKey()
                .substring("camunda-forms:".length());
    }

    @Test
    void what_people_type_cannot_format_or_compute_in_a_form() throws Exception {
        String evil =
                "= 1+1 {{caseNo}} ${x} <img src=x onerror=alert(1)> [点我](javascript:alert(1)) **粗** `码`\n# 标题\n---\n| a | b |\n1. x ~~y~~ \\*";
        Repair hostile = walk.reported(new ReportDraft(
                Walk.PROJECT,
                Walk.at("2025-09-27T10:00:00+08:00"),
                Channel.PHONE,
                "{{7*7}}",
                "13800000000",
                DefectCategory.OTHER,
                "<b>3层</b>",
                evil,
                false,
                false,
                false,
                null,
                null));
        String summary = shown(SPECIALIST, "repair-task-order/" + hostile.caseNo())
                .get("components")
                .get(0)
                .get("text")
                .asText();
        String typed =
                summary.lines().filter(l -> l.startsWith("**故障**")).findFirst().orElseThrow();
        assertThat(typed.substring("**故障**".length()).replaceAll("\\\\[\\\\`*_\\[\\]{}()<>#+.!|~&=-]", ""))
                .as("every character with a meaning is escaped")
                .doesNotContainPattern("[\\\\`*_\\[\\]{}()<>#+!|~&=]");
        assertThat(summary).doesNotContain("{{", "](javascript");
        assertThat(summary).startsWith("**案件**");
    }

    private ResultActions listed(String user, String query) throws Exception {
        return web.perform(get(java.net.URI.create("/api/repair-cases?" + query.replace(" ", "%20")))
                        .with(httpBasic(user, "demo")))
                .andExpect(status().isOk());
    }

    private ResultActions pause(String user, String body) throws Exception {
        return changed(user, "/pause", body);
    }

    private ResultActions resume(String user, String body) throws Exception {
        return changed(user, "/resume", body);
    }

    private ResultActions changed(String user, String what, String body) throws Exception {
        MockHttpServletRequestBuilder request = post("/api/repair-cases/" + repair.caseNo() + what)
                .with(httpBasic(user, "demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return web.perform(request);
    }

    private JsonNode shown(String user, String path) throws Exception {
        return json.readTree(web.perform(get("/forms/" + path).with(httpBasic(user, "demo")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private static JsonNode field(JsonNode form, String key) {
        for (JsonNode component : form.get("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new AssertionError("no field " + key);
    }

    private String text(String recordNo) throws Exception {
        byte[] file = web.perform(get("/api/records/" + recordNo + ".docx").with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return words.getText();
        }
    }

    /** The rows below the header, by column title; a formula nobody but us may have put there. */
    private List<Map<String, String>> register(String user, String query) throws Exception {
        byte[] file = web.perform(get("/api/repair-register.xlsx" + query).with(httpBasic(user, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        DataFormatter shown = new DataFormatter();
        List<Map<String, String>> rows = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                Map<String, String> values = new java.util.LinkedHashMap<>();
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(cell.getCellFormula())
                                .as("ours, not typed by anybody")
                                .startsWith("SUBTOTAL(109,");
                        continue;
                    }
                    values.put("c" + cell.getColumnIndex(), shown.formatCellValue(cell));
                }
                if (values.values().stream().anyMatch(v -> v.matches("BX-\\d{4}-\\d{6}"))) {
                    rows.add(values);
                }
            }
        }
        return rows;
    }
}
