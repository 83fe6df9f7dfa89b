package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people can and cannot do through the engine's own REST interface, which Tasklist speaks too. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class EngineRestTest {

    private static final String SPECIALIST = "nanjing-after-sales";

    @Autowired
    Walk walk;

    @Autowired
    TestRestTemplate http;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Repair repair;

    @BeforeEach
    void oneCase() {
        walk.project();
        EngineTime.set("2025-09-27T10:15:00+08:00");
        repair = walk.reported(walk.report("2025-09-27T10:00:00+08:00"));
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void a_submitted_start_form_becomes_a_case_named_by_its_number() {
        Answer answer =
                call(SPECIALIST, HttpMethod.POST, "/process-definition/key/repair/submit-form", variables(startForm()));

        assertThat(answer.status()).isEqualTo(200);
        String caseNo = history.createHistoricProcessInstanceQuery()
                .processInstanceId(answer.body().get("id").asText())
                .singleResult()
                .getBusinessKey();
        assertThat(caseNo).matches("BX-2025-\\d{6}");
        assertThat(jdbc.sql("select process_instance_id from repair_case where case_no = ?")
                        .param(caseNo)
                        .query(String.class)
                        .single())
                .isEqualTo(answer.body().get("id").asText());
        assertThat(runtime.getVariables(answer.body().get("id").asText()))
                .as("business data stays out of the engine")
                .doesNotContainKeys("reporterName", "reporterPhone", "description", "receivedAt");
    }

    @Test
    void the_business_key_is_the_case_number_whatever_the_caller_says() {
        ObjectNode body = variables(startForm()).put("businessKey", repair.caseNo());
        Answer answer = call(SPECIALIST, HttpMethod.POST, "/process-definition/key/repair/submit-form", body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(answer.body().get("id").asText())
                        .singleResult()
                        .getBusinessKey())
                .isNotEqualTo(repair.caseNo());
    }

    @Test
    void a_start_form_with_bad_input_says_so_in_chinese_and_leaves_no_trace() {
        Trace before = trace();
        for (String way : List.of("submit-form", "start")) {
            Map<String, Object> late = startForm();
            late.put("receivedAt", "2025-09-27T08:00");
            late.put("lateEntryReason", "");
            refused(start(way, late), 400, "lateEntryReason", "30分钟");

            Map<String, Object> empty = startForm();
            empty.put("description", " ");
            refused(start(way, empty), 400, "description", "故障描述");

            Map<String, Object> unknown = startForm();
            unknown.put("projectCode", "XX");
            refused(start(way, unknown), 400, "projectCode", "没有编号为");

            Map<String, Object> code = startForm();
            code.put("channel", "FAX");
            refused(start(way, code), 400, "channel", "可选范围");

            Map<String, Object> nul = startForm();
            nul.put("location", "3层\u0000走廊");
            refused(start(way, nul), 400, "location", "不能保存");

            Map<String, Object> flag = startForm();
            flag.put("emergency", "\u0000");
            refused(start(way, flag), 400, "emergency", "不能保存");

            refused(start(way, Map.of()), 400, "projectCode", "必填");
        }
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_start_form_brings_nothing_but_its_fields() {
        Trace before = trace();
        for (String way : List.of("submit-form", "start")) {
            for (String variable : List.of("unit", "caseNo", "outcome", "managerId", "chargeBasis", "occurredAt")) {
                Map<String, Object> more = startForm();
                more.put(variable, "suzhou");
                refused(start(way, more), 400, variable, "表单没有字段");
            }
        }
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void only_after_sales_of_the_unit_start() {
        Trace before = trace();
        for (String user : List.of("nanjing-pmd", "hq-pmd-manager", "analyst")) {
            assertThat(call(user, HttpMethod.POST, "/process-definition/key/repair/submit-form", variables(startForm()))
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
        refused(
                call(
                        "hq-after-sales",
                        HttpMethod.POST,
                        "/process-definition/key/repair/submit-form",
                        variables(startForm())),
                403,
                null,
                "售后服务专员");
        refused(
                call(
                        "suzhou-after-sales",
                        HttpMethod.POST,
                        "/process-definition/key/repair/submit-form",
                        variables(startForm())),
                400,
                "projectCode",
                "没有编号为");
        assertThat(trace()).isEqualTo(before);
    }

    /** Being allowed to start a process is all the engine asks for these. */
    @Test
    void nobody_starts_in_the_middle_or_by_message() {
        Trace before = trace();
        ObjectNode middle = json.createObjectNode().put("businessKey", repair.caseNo());
        middle.putArray("startInstructions")
                .addObject()
                .put("type", "startBeforeActivity")
                .put("activityId", "Task_CloseCase");
        for (boolean skip : List.of(false, true)) {
            middle.put("skipCustomListeners", skip);
            assertThat(call(SPECIALIST, HttpMethod.POST, "/process-definition/key/repair/start", middle)
                            .status())
                    .isEqualTo(403);
        }
        ObjectNode message =
                json.createObjectNode().put("messageName", "RepairReported").put("businessKey", repair.caseNo());
        assertThat(call(SPECIALIST, HttpMethod.POST, "/message", message).status())
                .isEqualTo(403);
        assertThat(call(
                                SPECIALIST,
                                HttpMethod.POST,
                                "/process-definition/key/service-commitment/start",
                                json.createObjectNode())
                        .status())
                .isEqualTo(403);
        assertThat(trace()).isEqualTo(before);
        assertThat(repair.now().stage()).isEqualTo(Stage.REGISTERED);
    }

    @Test
    void a_case_that_has_ended_is_not_started_again() {
        String instance = instance();
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        repair.complete(SPECIALIST, "下达维修任务单", Map.of("decision", "NOT_ACCEPTED", "refusalReason", "非我司工程"));
        walk.runDueJobs();
        assertThat(repair.now().stage()).isEqualTo(Stage.REJECTED);
        Trace before = trace();

        ObjectNode again = json.createObjectNode();
        again.putArray("processInstanceIds").add(instance);
        again.putArray("instructions")
                .addObject()
                .put("type", "startBeforeActivity")
                .put("activityId", "Task_CloseCase");
        Answer answer = call(SPECIALIST, HttpMethod.POST, "/process-definition/" + definition + "/restart", again);
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void a_task_is_completed_with_the_fields_of_its_form() {
        repair.issueTaskOrder();
        Answer crew = call(
                "nanjing-pmd",
                HttpMethod.POST,
                "/task/" + task("安排人员") + "/submit-form",
                variables(Map.of("siteTechnician", "nanjing-site-technician", "borrowedCrew", "")));
        refused(crew, 400, "crew", "技工");
        ObjectNode form = variables(Map.of("siteTechnician", "nanjing-site-technician", "borrowedCrew", ""));
        ((ObjectNode) form.get("variables"))
                .putObject("crew")
                .put("type", "Json")
                .put("value", "[\"技工1\"]");
        assertThat(call("nanjing-pmd", HttpMethod.POST, "/task/" + task("安排人员") + "/submit-form", form)
                        .status())
                .isEqualTo(204);
        assertThat(call(
                                "nanjing-materials",
                                HttpMethod.POST,
                                "/task/" + task("安排材料") + "/complete",
                                variables(Map.of("materialsPlan", "石膏板4张")).put("withVariablesInReturn", true))
                        .status())
                .isEqualTo(200);
        assertThat(repair.openTasks()).containsExactly("联系业主");
    }

    @Test
    void nothing_else_can_be_slipped_in_with_a_form() {
        String task = task("下达维修任务单");
        for (String way : List.of("submit-form", "complete")) {
            for (String variable : List.of(
                    "outcome",
                    "chargeBasis",
                    "managerId",
                    "engineerId",
                    "unit",
                    "caseNo",
                    "insidePeriod",
                    "occurredAt",
                    "whatever")) {
                for (boolean inReturn : List.of(false, true)) {
                    Map<String, Object> form = taskOrder();
                    form.put(variable, "NOT_ACCEPTED");
                    refused(
                            call(
                                    SPECIALIST,
                                    HttpMethod.POST,
                                    "/task/" + task + "/" + way,
                                    variables(form).put("withVariablesInReturn", inReturn)),
                            400,
                            variable,
                            "表单没有字段");
                }
            }
        }
        assertThat(task("下达维修任务单")).isEqualTo(task);
        assertThat(runtime.getVariables(instance())).doesNotContainKeys("outcome", "whatever", "taskNote");
    }

    @Test
    void what_cannot_be_stored_is_refused_by_name_and_the_task_stays() {
        String task = task("下达维修任务单");
        for (String way : List.of("submit-form", "complete")) {
            Map<String, Object> form = taskOrder();
            form.put("taskNote", "请\u0000尽快");
            refused(
                    call(SPECIALIST, HttpMethod.POST, "/task/" + task + "/" + way, variables(form)),
                    400,
                    "taskNote",
                    "不能保存");
        }
        repair.issueTaskOrder();
        ObjectNode crew = variables(Map.of("siteTechnician", "nanjing-site-technician", "borrowedCrew", ""));
        ((ObjectNode) crew.get("variables"))
                .putObject("crew")
                .put("type", "Json")
                .put("value", "[\"技工\\u00001\"]");
        refused(call("nanjing-pmd", HttpMethod.POST, "/task/" + task("安排人员") + "/complete", crew), 400, "crew", "不能保存");
    }

    @Test
    void a_form_field_is_no_place_for_objects_and_files() {
        String task = task("下达维修任务单");
        ObjectNode object =
                json.createObjectNode().put("type", "Object").put("value", "{\"page\":\"http://localhost:1/\"}");
        object.putObject("valueInfo")
                .put("objectTypeName", "javax.swing.JEditorPane")
                .put("serializationDataFormat", "application/json");
        ObjectNode file = json.createObjectNode().put("type", "File").put("value", "eA==");
        file.putObject("valueInfo").put("filename", "x.txt");
        for (ObjectNode bad : List.of(object, file)) {
            ObjectNode order = variables(taskOrder());
            ((ObjectNode) order.get("variables")).set("taskNote", bad);
            refused(call(SPECIALIST, HttpMethod.POST, "/task/" + task + "/submit-form", order), 400, "taskNote", "不支持");
            ObjectNode start = variables(startForm());
            ((ObjectNode) start.get("variables")).set("description", bad);
            refused(
                    call(SPECIALIST, HttpMethod.POST, "/process-definition/key/repair/submit-form", start),
                    400,
                    "description",
                    "不支持");
        }
        Map<String, Object> flag = startForm();
        flag.put("emergency", "maybe");
        refused(start("submit-form", flag), 400, "emergency", "true 或 false");
    }

    /** Working on a task is all the engine asks for these. */
    @Test
    void a_task_has_no_other_way_out() {
        String task = task("下达维修任务单");
        for (Map.Entry<String, ObjectNode> way : Map.of(
                        "bpmnError", json.createObjectNode().put("errorCode", "EMERGENCY_FOUND"),
                        "bpmnEscalation", json.createObjectNode().put("escalationCode", "X"),
                        "resolve", variables(Map.of("outcome", "ACCEPTED")))
                .entrySet()) {
            assertThat(call(SPECIALIST, HttpMethod.POST, "/task/" + task + "/" + way.getKey(), way.getValue())
                            .status())
                    .as(way.getKey())
                    .isEqualTo(403);
        }
        assertThat(task("下达维修任务单")).isEqualTo(task);
        assertThat(runtime.getVariables(instance())).doesNotContainKey("outcome");
    }

    @Test
    void staff_change_no_variable_send_no_message_and_move_no_instance() {
        String task = task("下达维修任务单");
        String instance = instance();
        String clock = repair.hard(CommitmentType.RESPONSE).processInstanceId();
        ObjectNode value = json.createObjectNode().put("value", "FREE").put("type", "String");
        ObjectNode modifications = json.createObjectNode();
        modifications.putObject("modifications").set("chargeBasis", value);
        ObjectNode move = json.createObjectNode();
        move.putArray("instructions")
                .addObject()
                .put("type", "startBeforeActivity")
                .put("activityId", "Task_CloseCase");
        ObjectNode met =
                json.createObjectNode().put("messageName", "CommitmentMet").put("processInstanceId", clock);
        ObjectNode suspended = json.createObjectNode().put("suspended", true);
        String job = call("admin", HttpMethod.GET, "/job?processInstanceId=" + clock, null)
                .body()
                .get(0)
                .get("id")
                .asText();
        for (String user : List.of(SPECIALIST, "nanjing-pmd-manager", "hq-top-management", "analyst")) {
            denied(user, HttpMethod.PUT, "/task/" + task + "/variables/chargeBasis", value);
            denied(user, HttpMethod.PUT, "/task/" + task + "/localVariables/chargeBasis", value);
            denied(user, HttpMethod.POST, "/task/" + task + "/variables", modifications);
            denied(user, HttpMethod.DELETE, "/task/" + task + "/variables/unit", null);
            denied(user, HttpMethod.PUT, "/process-instance/" + instance + "/variables/chargeBasis", value);
            denied(user, HttpMethod.POST, "/process-instance/" + instance + "/variables", modifications);
            denied(user, HttpMethod.DELETE, "/process-instance/" + instance + "/variables/unit", null);
            denied(user, HttpMethod.PUT, "/execution/" + instance + "/localVariables/chargeBasis", value);
            denied(user, HttpMethod.POST, "/message", met);
            denied(user, HttpMethod.POST, "/process-instance/" + instance + "/modification", move);
            denied(user, HttpMethod.PUT, "/process-instance/" + instance + "/suspended", suspended);
            denied(user, HttpMethod.DELETE, "/process-instance/" + instance, null);
            denied(user, HttpMethod.POST, "/job/" + job + "/execute", null);
            denied(user, HttpMethod.PUT, "/job/" + job + "/duedate", json.createObjectNode());
            denied(
                    user,
                    HttpMethod.POST,
                    "/task/" + task + "/assignee",
                    json.createObjectNode().put("userId", user));
            denied(
                    user,
                    HttpMethod.POST,
                    "/task/" + task + "/delegate",
                    json.createObjectNode().put("userId", user));
            denied(user, HttpMethod.DELETE, "/task/" + task, null);
            denied(
                    user,
                    HttpMethod.POST,
                    "/task/create",
                    json.createObjectNode().put("name", "x"));
        }
        assertThat(runtime.getVariables(instance))
                .doesNotContainKey("chargeBasis")
                .containsEntry("unit", "nanjing");
        assertThat(task("下达维修任务单")).isEqualTo(task);
    }

    @Test
    void another_branch_sees_nothing_of_a_case() {
        String task = task("下达维修任务单");
        String instance = instance();
        for (String user : List.of("suzhou-after-sales", "suzhou-pmd-manager")) {
            for (String list : List.of(
                    "/task?processInstanceBusinessKey=" + repair.caseNo(),
                    "/process-instance?businessKey=" + repair.caseNo(),
                    "/variable-instance?processInstanceIdIn=" + instance,
                    "/execution?processInstanceId=" + instance,
                    "/job?processInstanceId=" + instance,
                    "/history/process-instance?processInstanceBusinessKey=" + repair.caseNo(),
                    "/history/activity-instance?processInstanceId=" + instance,
                    "/history/variable-instance?processInstanceId=" + instance,
                    "/history/task?processInstanceId=" + instance,
                    "/history/detail?processInstanceId=" + instance,
                    "/history/decision-instance?processInstanceId=" + instance)) {
                Answer answer = call(user, HttpMethod.GET, list, null);
                assertThat(answer.status()).as(user + list).isIn(200, 403);
                if (answer.status() == 200) {
                    assertThat(answer.body()).as(user + list).isEmpty();
                }
            }
            for (String one : List.of(
                    "/task/" + task,
                    "/task/" + task + "/variables",
                    "/task/" + task + "/form-variables",
                    "/process-instance/" + instance,
                    "/process-instance/" + instance + "/variables",
                    "/process-instance/" + instance + "/activity-instances",
                    "/history/process-instance/" + instance,
                    "/execution/" + instance)) {
                Answer answer = call(user, HttpMethod.GET, one, null);
                assertThat(answer.status()).as(user + one).isBetween(400, 500);
                assertThat(answer.text()).as(user + one).doesNotContain(repair.caseNo(), "金陵");
            }
            for (String way : List.of("submit-form", "complete")) {
                assertThat(call(user, HttpMethod.POST, "/task/" + task + "/" + way, variables(taskOrder()))
                                .status())
                        .isBetween(400, 500);
            }
            assertThat(call(
                                    user,
                                    HttpMethod.POST,
                                    "/task/" + task + "/claim",
                                    json.createObjectNode().put("userId", user))
                            .status())
                    .isBetween(400, 500);
        }
        assertThat(task("下达维修任务单")).isEqualTo(task);
    }

    @Test
    void headquarters_sees_a_branchs_case_and_does_not_do_its_work() {
        String task = task("下达维修任务单");
        assertThat(call("hq-pmd-manager", HttpMethod.GET, "/process-instance?businessKey=" + repair.caseNo(), null)
                        .body())
                .isNotEmpty();
        for (String user : List.of("hq-after-sales", "hq-pmd-manager", "nanjing-materials")) {
            assertThat(call(user, HttpMethod.POST, "/task/" + task + "/submit-form", variables(taskOrder()))
                            .status())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void without_login_there_is_nothing() {
        assertThat(http.getForEntity("/engine-rest/task", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private record Trace(long cases, long instances) {}

    private Trace trace() {
        return new Trace(
                jdbc.sql("select count(*) from repair_case").query(Long.class).single(),
                history.createHistoricProcessInstanceQuery().count());
    }

    private record Answer(int status, JsonNode body, String text) {}

    private void denied(String user, HttpMethod method, String path, ObjectNode body) {
        Answer answer = call(user, method, path, body);
        // The engine reports some refusals as its general failure; that it is one of them the text tells.
        assertThat(answer.status()).as(user + " " + method + " " + path).isIn(400, 403, 404, 500);
        assertThat(answer.text())
                .as(user + " " + method + " " + path)
                .containsAnyOf(
                        "does not have", // permission
                        "ENGINE-13034", // another tenant's
                        "part of a running process",
                        "Cannot correlate message");
    }

    private static void refused(Answer answer, int status, String field, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().get("message").asText()).contains(words);
        assertThat(answer.body().get("detail").asText()).contains(words);
        if (field != null) {
            assertThat(answer.body().get("errors").findValuesAsText("field")).contains(field);
        }
    }

    private Answer start(String way, Map<String, ?> form) {
        return call(SPECIALIST, HttpMethod.POST, "/process-definition/key/repair/" + way, variables(form));
    }

    private Answer call(String user, HttpMethod method, String path, ObjectNode body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBasicAuth(user, "demo");
        ResponseEntity<String> response = http.exchange(
                "/engine-rest" + path,
                method,
                new HttpEntity<>(body == null ? null : body.toString(), headers),
                String.class);
        String text = response.getBody() == null ? "" : response.getBody();
        try {
            return new Answer(response.getStatusCode().value(), json.readTree(text), text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private ObjectNode variables(Map<String, ?> values) {
        ObjectNode body = json.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        values.forEach((name, value) -> variables.putObject(name).set("value", json.valueToTree(value)));
        return body;
    }

    private static Map<String, Object> startForm() {
        return new HashMap<>(Map.of(
                "projectCode", Walk.PROJECT,
                "receivedAt", "2025-09-27T10:00",
                "channel", "PHONE",
                "reporterName", "周敏",
                "reporterPhone", "13800000000",
                "category", "DECORATION",
                "location", "3层走廊",
                "description", "吊顶开裂",
                "emergency", false,
                "lateEntryReason", ""));
    }

    private static Map<String, Object> taskOrder() {
        return new HashMap<>(Map.of("decision", "TAKEN", "itemCategory", "DECORATION", "taskNote", "请尽快"));
    }

    private String task(String name) {
        return repair.task(name).getId();
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(repair.caseNo(), "repair")
                .singleResult()
                .getId();
    }
}
