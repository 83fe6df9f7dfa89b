package cn.aftercare.repair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

/** {@code POST /api/repair-cases} as other systems use it. */
@EngineTest
@Import(Walk.class)
class ReportApiTest {

    private static final String SPECIALIST = "nanjing-after-sales";

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HistoryService history;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void project() {
        walk.project();
        EngineTime.set("2025-09-27T10:15:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void a_report_becomes_a_case_as_the_contract_says() throws Exception {
        MvcResult result = report(body(), UUID.randomUUID().toString())
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", startsWith("/api/repair-cases/BX-2025-")))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.caseNo").value(matchesPattern("BX-2025-\\d{6}")))
                .andExpect(jsonPath("$.projectCode").value(Walk.PROJECT))
                .andExpect(jsonPath("$.unit").value("nanjing"))
                .andExpect(jsonPath("$.receivedAt").value("2025-09-26T16:40:00+08:00"))
                .andExpect(jsonPath("$.recordedAt").value("2025-09-27T10:15:00+08:00"))
                .andExpect(jsonPath("$.stage").value("REGISTERED"))
                .andExpect(jsonPath("$.entitlement.itemEnd").value("2025-10-15"))
                .andExpect(jsonPath("$.entitlement.insidePeriod").value(true))
                .andExpect(jsonPath("$.entitlement.provisional").value(false))
                .andExpect(jsonPath("$.chargeBasis").isEmpty())
                .andExpect(jsonPath("$.ownerPays.material").value("0.00"))
                .andExpect(jsonPath("$.ownerPays.labour").value("0.00"))
                .andExpect(jsonPath("$.ownerPays.management").value("0.00"))
                .andExpect(jsonPath("$.ownerPays.total").value("0.00"))
                .andReturn();
        JsonNode answer = json.readTree(result.getResponse().getContentAsByteArray());
        JsonNode response = commitment(answer, "RESPONSE", "HARD");
        assertThat(response.get("dueAt").asText()).isEqualTo("2025-09-27T16:40:00+08:00");
        assertThat(response.get("status").asText()).isEqualTo("RUNNING");
        assertThat(response.get("metAt").isNull()).isTrue();
        assertThat(response.get("provisional").asBoolean()).isFalse();
        assertThat(response.get("escalations").isArray()).isTrue();
        assertThat(commitment(answer, "START", "HARD").get("dueAt").asText()).isEqualTo("2025-09-30T00:00:00+08:00");
        assertThat(result.getResponse().getHeader("Location"))
                .isEqualTo("/api/repair-cases/" + answer.get("caseNo").asText());

        web.perform(get(result.getResponse().getHeader("Location")).with(httpBasic(SPECIALIST, "demo")))
                .andExpect(status().isOk())
                .andExpect(content().json(result.getResponse().getContentAsString()));
    }

    @Test
    void the_same_key_and_body_again_is_the_same_case() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = caseNo(report(body(), key).andExpect(status().isCreated()));
        Trace before = trace();

        // Much later, and the same instant written in another zone: still the same report.
        EngineTime.set("2025-09-29T09:00:00+08:00");
        assertThat(caseNo(report(body().put("receivedAt", "2025-09-26T08:40:00Z"), key)
                        .andExpect(status().isOk())
                        .andExpect(header().string("Location", "/api/repair-cases/" + first))))
                .isEqualTo(first);
        assertThat(trace()).isEqualTo(before);
        assertThat(instances(first)).isEqualTo(1);
    }

    @Test
    void the_same_key_for_another_body_is_a_conflict() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = caseNo(report(body(), key));
        Trace before = trace();

        report(body().put("description", "另一处开裂"), key)
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("与现有数据冲突"))
                .andExpect(jsonPath("$.detail").value(containsString(first)));
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void keys_of_different_people_do_not_meet() throws Exception {
        String key = UUID.randomUUID().toString();
        walk.project("SZ-2023-001", "suzhou", LocalDate.of(2023, 10, 15));
        report(body(), key).andExpect(status().isCreated());

        web.perform(post("/api/repair-cases")
                        .with(httpBasic("suzhou-after-sales", "demo"))
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body().put("projectCode", "SZ-2023-001").toString()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.unit").value("suzhou"));
    }

    @Test
    void the_same_report_sent_many_times_at_once_is_one_case() throws Exception {
        int senders = 4;
        String key = UUID.randomUUID().toString();
        Trace before = trace();
        CountDownLatch ready = new CountDownLatch(senders);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        List<Future<MvcResult>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < senders; i++) {
                answers.add(pool.submit(() -> {
                    ready.countDown();
                    go.await();
                    return report(body(), key).andReturn();
                }));
            }
            ready.await();
            go.countDown();
            List<String> cases = new ArrayList<>();
            List<Integer> statuses = new ArrayList<>();
            for (Future<MvcResult> answer : answers) {
                MvcResult result = answer.get();
                statuses.add(result.getResponse().getStatus());
                cases.add(json.readTree(result.getResponse().getContentAsByteArray())
                        .path("caseNo")
                        .asText());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(cases).hasSize(senders).containsOnly(cases.get(0));
            assertThat(trace()).isEqualTo(new Trace(before.cases() + 1, before.keys() + 1, before.instances() + 1));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_field_sent_twice_is_refused_wherever_it_stands() throws Exception {
        Trace before = trace();
        String good = body().toString();
        for (String twice : List.of(
                good.replaceFirst("\\{", "{\"emergency\":true,"), good.replaceFirst("}$", ",\"emergency\":true}"))) {
            web.perform(post("/api/repair-cases")
                            .with(httpBasic(SPECIALIST, "demo"))
                            .header("Idempotency-Key", UUID.randomUUID())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(twice))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value("请求内容不是正确的 JSON"));
        }
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_missing_key_is_named() throws Exception {
        Trace before = trace();
        web.perform(post("/api/repair-cases")
                        .with(httpBasic(SPECIALIST, "demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body().toString()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").value("请求内容有误"))
                .andExpect(jsonPath("$.detail").value(containsString("Idempotency-Key")))
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        assertThat(trace()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "LONG"})
    void a_useless_key_is_named(String key) throws Exception {
        Trace before = trace();
        report(body(), key.equals("LONG") ? "k".repeat(201) : key)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("请求头")));
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_key_with_control_characters_does_not_pass_the_firewall() throws Exception {
        Trace before = trace();
        report(body(), "a\u0001b").andExpect(status().isBadRequest());
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_key_of_200_characters_is_fine() throws Exception {
        String key = (UUID.randomUUID() + "k".repeat(200)).substring(0, 200);
        report(body(), key).andExpect(status().isCreated());
        report(body(), key).andExpect(status().isOk());
    }

    static Stream<String> requiredFields() {
        return Stream.of(
                "projectCode",
                "receivedAt",
                "channel",
                "reporter.name",
                "reporter.phone",
                "category",
                "location",
                "description");
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void each_required_field_is_named_when_it_is_missing_null_or_blank(String field) throws Exception {
        ObjectNode missing = body();
        parent(missing, field).remove(leaf(field));
        refused(missing.toString(), field);
        ObjectNode none = body();
        parent(none, field).putNull(leaf(field));
        refused(none.toString(), field);
        ObjectNode blank = body();
        parent(blank, field).put(leaf(field), "");
        refused(blank.toString(), field);
        ObjectNode spaces = body();
        parent(spaces, field).put(leaf(field), "  ");
        refused(spaces.toString(), field);
    }

    @Test
    void everything_missing_is_named_at_once() throws Exception {
        ResultActions answer = refused("{}", "projectCode");
        for (String field : requiredFields().toList()) {
            answer.andExpect(jsonPath("$.errors[*].field").value(hasItem(field)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "projectCode, 65",
        "reporter.name, 101",
        "reporter.phone, 51",
        "location, 201",
        "description, 2001",
        "lateEntryReason, 501",
        "description, 1900000"
    })
    void each_text_has_its_length(String field, int length) throws Exception {
        ObjectNode body = body();
        parent(body, field).put(leaf(field), "1".repeat(length));
        refused(body.toString(), field);
    }

    /** A text that is no text, a flag that is no flag and so on; numbers are not taken for what they might mean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "projectCode|123",
                "projectCode|{}",
                "projectCode|[]",
                "description|true",
                "location|1.5",
                "receivedAt|1758876000",
                "receivedAt|1758876000.5",
                "receivedAt|\"2025-09-26T16:40:00\"",
                "receivedAt|\"2025-09-26\"",
                "receivedAt|\"昨天\"",
                "receivedAt|\"2025-02-30T10:00:00+08:00\"",
                "receivedAt|{}",
                "requestedAt|\"2025-09-30T16:40:00\"",
                "requestedAt|\"1758876000\"",
                "channel|\"FAX\"",
                "channel|\"phone\"",
                "channel|0",
                "channel|[]",
                "category|\"ROOF\"",
                "category|3",
                "reporter|\"周敏\"",
                "reporter|[]",
                "reporter.name|7",
                "reporter.phone|13800000000",
                "reporter.phone|\"不知道电话\"",
                "emergency|\"yes\"",
                "emergency|1",
                "emergency|\"true\"",
                "structural|[]",
                "publicArea|{}",
                "lateEntryReason|5"
            })
    void what_has_the_wrong_type_or_code_is_named(String field, String value) throws Exception {
        ObjectNode body = body();
        parent(body, field).set(leaf(field), json.readTree(value));
        refused(body.toString(), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projectCode",
                "reporter.name",
                "reporter.phone",
                "location",
                "description",
                "lateEntryReason",
                "channel",
                "category",
                "receivedAt"
            })
    void characters_no_database_can_store_are_refused(String field) throws Exception {
        for (String bad : List.of("\u0000", "\u0007", "\u001b")) {
            ObjectNode body = body();
            parent(body, field).put(leaf(field), "甲" + bad + "乙");
            refused(body.toString(), field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"projectCode\": ", "[]", "null", "\"x\"", "7", "<report/>", "{\"a\":1}}"})
    void what_is_no_report_at_all_is_refused(String body) throws Exception {
        Trace before = trace();
        report(body, UUID.randomUUID().toString())
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("请求内容有误"));
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_bottomless_body_is_refused() throws Exception {
        refused("{\"extra\":" + "[".repeat(100_000) + "}", null);
        Trace before = trace();
        report(
                        "{\"extra\":\"" + "x".repeat(2_100_000) + "\"}",
                        UUID.randomUUID().toString())
                .andExpect(status().isPayloadTooLarge())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("一次提交的内容过大,最多 2 MB"));
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void another_format_is_refused() throws Exception {
        web.perform(post("/api/repair-cases")
                        .with(httpBasic(SPECIALIST, "demo"))
                        .header("Idempotency-Key", "k")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("projectCode=1"))
                .andExpect(status().isUnsupportedMediaType());
    }

    /** More may be added to the contract, so what is not known is left alone. */
    @Test
    void fields_nobody_knows_are_ignored() throws Exception {
        report(
                        body().put("building", "A座").put("unit", "suzhou"),
                        UUID.randomUUID().toString())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.unit").value("nanjing"))
                .andExpect(jsonPath("$.building").doesNotExist());
    }

    @Test
    void an_unknown_project_is_named() throws Exception {
        refused(body().put("projectCode", "NJ-0000-000").toString(), "projectCode");
    }

    @Test
    void another_units_project_does_not_exist_for_a_branch() throws Exception {
        walk.project("SZ-2023-001", "suzhou", LocalDate.of(2023, 10, 15));
        refused(body().put("projectCode", "SZ-2023-001").toString(), "projectCode")
                .andExpect(jsonPath("$.detail").value(containsString("没有编号为")));
    }

    @Test
    void only_the_after_sales_specialists_of_the_unit_report() throws Exception {
        Trace before = trace();
        for (String user : List.of(
                "nanjing-pmd",
                "nanjing-warranty-manager",
                "nanjing-post-warranty",
                "hq-after-sales",
                "hq-top-management",
                "admin")) {
            web.perform(post("/api/repair-cases")
                            .with(httpBasic(user, "demo"))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body().toString()))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail").value("只有工程管理单位的售后服务专员可以登记报修"));
        }
        for (String user : List.of("suzhou-after-sales", "analyst")) {
            web.perform(post("/api/repair-cases")
                            .with(httpBasic(user, "demo"))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body().toString()))
                    .andExpect(status().is4xxClientError());
        }
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_notice_from_the_future_is_refused() throws Exception {
        refused(body().put("receivedAt", "2025-09-27T10:15:01+08:00").toString(), "receivedAt");
        report(
                        body().put("receivedAt", "2025-09-27T10:15:00+08:00").putNull("lateEntryReason"),
                        UUID.randomUUID().toString())
                .andExpect(status().isCreated());
    }

    @Test
    void the_times_of_a_report_have_an_order_and_bounds() throws Exception {
        refused(body().put("requestedAt", "2025-09-26T16:39:59+08:00").toString(), "requestedAt");
        refused(body().put("requestedAt", "2025-09-26T16:40:00+08:00").toString(), "requestedAt");
        refused(body().put("requestedAt", "+999999999-12-31T23:59:59+08:00").toString(), "requestedAt");
        refused(body().put("receivedAt", "1999-12-31T23:59:59+08:00").toString(), "receivedAt");
        refused(body().put("receivedAt", "-999999999-01-01T00:00:00+08:00").toString(), "receivedAt");
        report(
                        body().put("requestedAt", "2025-10-08T09:00:00+08:00"),
                        UUID.randomUUID().toString())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.requestedAt").value("2025-10-08T09:00:00+08:00"));
    }

    @Test
    void half_an_hour_late_needs_no_reason_and_a_second_more_does() throws Exception {
        report(
                        body().put("receivedAt", "2025-09-27T09:45:00+08:00").putNull("lateEntryReason"),
                        UUID.randomUUID().toString())
                .andExpect(status().isCreated());
        refused(
                        body().put("receivedAt", "2025-09-27T09:44:59+08:00")
                                .put("lateEntryReason", " ")
                                .toString(),
                        "lateEntryReason")
                .andExpect(jsonPath("$.errors[0].message").value(containsString("30分钟")));
    }

    @Test
    void markup_and_signs_of_all_languages_stay_what_they_are() throws Exception {
        String text = "<script>alert('吊顶')</script> & \"引号\" {{x}} ${1+1} '; drop table repair_case; -- 😀\n第二行\t𠮷";
        MvcResult result = report(
                        body().put("description", text), UUID.randomUUID().toString())
                .andExpect(status().isCreated())
                .andReturn();
        assertThat(json.readTree(result.getResponse().getContentAsByteArray())
                        .get("description")
                        .asText())
                .isEqualTo(text);
        assertThat(result.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private record Trace(long cases, long keys, long instances) {}

    private Trace trace() {
        return new Trace(
                jdbc.sql("select count(*) from repair_case").query(Long.class).single(),
                jdbc.sql("select count(*) from idempotency_key")
                        .query(Long.class)
                        .single(),
                history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("repair")
                        .count());
    }

    private long instances(String caseNo) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("repair")
                .processInstanceBusinessKey(caseNo)
                .count();
    }

    private ResultActions refused(String body, String field) throws Exception {
        Trace before = trace();
        ResultActions answer = report(body, UUID.randomUUID().toString())
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("请求内容有误"));
        if (field != null) {
            answer.andExpect(jsonPath("$.errors[*].field").value(hasItem(field)))
                    .andExpect(jsonPath("$.errors[0].message").value(matchesPattern("(?s).*\\p{IsHan}.*")));
        }
        assertThat(trace()).isEqualTo(before);
        return answer;
    }

    private ResultActions report(ObjectNode body, String key) throws Exception {
        return report(body.toString(), key);
    }

    private ResultActions report(String body, String key) throws Exception {
        return web.perform(post("/api/repair-cases")
                .with(httpBasic(SPECIALIST, "demo"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String caseNo(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsByteArray())
                .get("caseNo")
                .asText();
    }

    private static JsonNode commitment(JsonNode answer, String type, String kind) {
        for (JsonNode commitment : answer.get("commitments")) {
            if (commitment.get("type").asText().equals(type)
                    && commitment.get("kind").asText().equals(kind)) {
                return commitment;
            }
        }
        throw new AssertionError(type + " " + kind + " is not promised");
    }

    private static ObjectNode parent(ObjectNode body, String field) {
        return field.contains(".") ? (ObjectNode) body.get(field.substring(0, field.indexOf('.'))) : body;
    }

    private static String leaf(String field) {
        return field.substring(field.indexOf('.') + 1);
    }

    private ObjectNode body() {
        ObjectNode body = json.createObjectNode()
                .put("projectCode", Walk.PROJECT)
                .put("receivedAt", "2025-09-26T16:40:00+08:00")
                .put("channel", "PHONE");
        body.putObject("reporter").put("name", "周敏").put("phone", "13800000000");
        return body.put("category", "DECORATION")
                .put("location", "3层走廊")
                .put("description", "吊顶开裂")
                .put("emergency", false)
                .put("structural", false)
                .put("publicArea", true)
                .putNull("requestedAt")
                .put("lateEntryReason", "周末值班补录");
    }
}
