package cn.aftercare.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.WebVisitor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine asks no permission for, or keeps for everybody to read, although it is not everybody's. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class SealedEngineTest {

    private static final String SPECIALIST = "nanjing-after-sales";

    /** The one at work, colleagues, another branch, headquarters, and who may do nearly everything. */
    private static final List<String> EVERYBODY = List.of(
            SPECIALIST, "nanjing-materials", "nanjing-pmd-manager", "suzhou-after-sales", "hq-pmd-manager", "admin");

    private static final List<String> OTHERS =
            List.of("nanjing-materials", "nanjing-pmd-manager", "suzhou-after-sales", "hq-pmd-manager", "analyst");

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Repair repair;
    private String task;

    @BeforeEach
    void oneCase() {
        walk.project();
        EngineTime.set("2025-09-27T10:15:00+08:00");
        repair = walk.reported(walk.report("2025-09-27T10:00:00+08:00"));
        task = repair.task("下达维修任务单").getId();
    }

    @AfterEach
    void clear() {
        tasks.getTaskAttachments(task).forEach(a -> tasks.deleteAttachment(a.getId()));
        walk.clear();
    }

    @Test
    void nobody_attaches_files_to_a_task_or_takes_them_away() {
        Attachment kept = tasks.createAttachment("url", task, null, "旧附件", "", "http://example.com");
        for (String user : EVERYBODY) {
            HttpResponse<String> added = attach(user);
            assertThat(added.statusCode()).as(user + added.body()).isEqualTo(seesTheTask(user) ? 403 : 400);
            HttpResponse<String> taken = send(user, "DELETE", "/task/" + task + "/attachment/" + kept.getId(), "");
            assertThat(taken.statusCode()).as(user + taken.body()).isEqualTo(403);
        }
        assertThat(attach(SPECIALIST).body()).contains("任务不保存附件");
        assertThat(tasks.getTaskAttachments(task))
                .extracting(Attachment::getName)
                .containsExactly("旧附件");
    }

    @Test
    void only_who_works_on_a_task_remarks_on_it() {
        for (String user : OTHERS) {
            HttpResponse<String> answer = comment(user, "{\"message\":\"别人的话\"}");
            assertThat(answer.statusCode()).as(user + answer.body()).isEqualTo(seesTheTask(user) ? 403 : 400);
        }
        assertThat(comment("hq-pmd-manager", "{\"message\":\"别人的话\"}").body()).contains("只有任务的办理人和候选人可以添加备注");
        HttpResponse<String> own = comment(SPECIALIST, "{\"message\":\"业主下午在家\"}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        assertThat(tasks.getTaskComments(task))
                .extracting(Comment::getFullMessage)
                .containsExactly("业主下午在家");
    }

    @Test
    void a_remark_is_made_on_no_other_instance_and_on_no_task_that_is_done() {
        String other = walk.reported(walk.report("2025-09-27T10:05:00+08:00"))
                .task("下达维修任务单")
                .getProcessInstanceId();
        HttpResponse<String> elsewhere =
                comment(SPECIALIST, "{\"message\":\"别处\",\"processInstanceId\":\"" + other + "\"}");
        assertThat(elsewhere.statusCode()).as(elsewhere.body()).isEqualTo(403);
        assertThat(elsewhere.body()).contains("只能在正在办理的任务上添加备注");
        assertThat(tasks.getProcessInstanceComments(other)).isEmpty();

        String here = repair.task("下达维修任务单").getProcessInstanceId();
        HttpResponse<String> own = comment(SPECIALIST, "{\"message\":\"此处\",\"processInstanceId\":\"" + here + "\"}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);

        repair.issueTaskOrder();
        HttpResponse<String> late = comment(SPECIALIST, "{\"message\":\"太晚\"}");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(403);
        assertThat(tasks.getTaskComments(task))
                .extracting(Comment::getFullMessage)
                .containsExactly("此处");
    }

    @Test
    void everybody_claims_a_task_for_themselves_alone() {
        for (String user : List.of(SPECIALIST, "admin")) {
            HttpResponse<String> answer =
                    send(user, "POST", "/task/" + task + "/claim", "{\"userId\":\"nanjing-materials\"}");
            assertThat(answer.statusCode()).as(user + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("只能为自己认领任务");
        }
        assertThat(repair.task("下达维修任务单").getAssignee()).isNull();

        HttpResponse<String> own =
                send(SPECIALIST, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + SPECIALIST + "\"}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(204);
        assertThat(repair.task("下达维修任务单").getAssignee()).isEqualTo(SPECIALIST);

        HttpResponse<String> back = send(SPECIALIST, "POST", "/task/" + task + "/claim", "{\"userId\":null}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(204);
        assertThat(repair.task("下达维修任务单").getAssignee()).isNull();
    }

    /** Every way a person can start one, administrators included. */
    @Test
    void what_is_filled_into_a_start_form_stays_in_no_history() throws JsonProcessingException {
        Map<String, Object> form = Map.of(
                "projectCode", Walk.PROJECT,
                "receivedAt", "2025-09-27T10:00",
                "channel", "PHONE",
                "reporterName", "周敏",
                "reporterPhone", "13800000000",
                "category", "DECORATION",
                "location", "3层走廊",
                "description", "吊顶开裂",
                "emergency", false,
                "lateEntryReason", "");
        for (String way : List.of("submit-form", "start")) {
            String instance = started(SPECIALIST, "repair", way, variables(form));
            assertThat(kept(instance, "reporterName", "reporterPhone", "location", "description", "receivedAt"))
                    .isZero();
            assertThat(jdbc.sql("select fields from submitted_form where process_instance_id = ?")
                            .param(instance)
                            .query(String.class)
                            .single())
                    .contains("周敏", "13800000000");
            for (String list : List.of("detail", "variable-instance")) {
                assertThat(send(SPECIALIST, "GET", "/history/" + list + "?processInstanceId=" + instance, "")
                                .body())
                        .contains("caseNo")
                        .doesNotContain("13800000000", "周敏");
            }
        }
    }

    @Test
    void a_list_in_a_start_form_arrives_and_stays_in_no_history_either() throws JsonProcessingException {
        ObjectNode form = variables(
                Map.of("unit", "nanjing", "checkBy", "2025-10-10", "topic", "防水专项", "method", "RANDOM", "wanted", 1));
        ((ObjectNode) form.get("variables"))
                .putObject("scope")
                .put("type", "Json")
                .put("value", "[\"nanjing\"]");
        for (String way : List.of("submit-form", "start")) {
            String instance = started("nanjing-pmd", "spot-check", way, form);
            assertThat(kept(instance, "scope", "method")).isZero();
            assertThat(jdbc.sql("select fields from submitted_form where process_instance_id = ?")
                            .param(instance)
                            .query(String.class)
                            .single())
                    .contains("\"scope\":[\"nanjing\"]");
        }
    }

    private String started(String user, String process, String way, ObjectNode form) throws JsonProcessingException {
        HttpResponse<String> answer =
                send(user, "POST", "/process-definition/key/" + process + "/" + way, form.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).get("id").asText();
    }

    private ObjectNode variables(Map<String, ?> values) {
        ObjectNode body = json.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        values.forEach((name, value) -> variables.putObject(name).set("value", json.valueToTree(value)));
        return body;
    }

    /** Rows of the engine with these fields, or with what was filled into them under another name. */
    private long kept(String instance, String... fields) {
        return jdbc.sql("""
                        select count(*) from (
                            select name_, text_ from act_hi_detail where proc_inst_id_ = :instance
                            union all select name_, text_ from act_hi_varinst where proc_inst_id_ = :instance
                            union all select name_, text_ from act_ru_variable where proc_inst_id_ = :instance) kept
                        where name_ in (:fields) or text_ in ('13800000000', '周敏', '吊顶开裂')
                        """)
                .param("instance", instance)
                .param("fields", List.of(fields))
                .query(Long.class)
                .single();
    }

    /** To another branch, and to who only draws models, it is not there. */
    private static boolean seesTheTask(String user) {
        return !user.startsWith("suzhou") && !user.equals("analyst");
    }

    private HttpResponse<String> comment(String user, String body) {
        return send(user, "POST", "/task/" + task + "/comment/create", body);
    }

    private HttpResponse<String> attach(String user) {
        String parts = "--next-part\r\n"
                + "Content-Disposition: form-data; name=\"attachment-name\"\r\n\r\nx.html\r\n--next-part\r\n"
                + "Content-Disposition: form-data; name=\"content\"; filename=\"x.html\"\r\n\r\n"
                + "<script>alert(1)</script>\r\n--next-part--\r\n";
        return send(
                user, "POST", "/task/" + task + "/attachment/create", "multipart/form-data; boundary=next-part", parts);
    }

    private HttpResponse<String> send(String user, String method, String path, String body) {
        return send(user, method, path, "application/json", body);
    }

    private HttpResponse<String> send(String user, String method, String path, String type, String body) {
        WebVisitor visitor = new WebVisitor(port);
        return visitor.send(visitor.request("/engine-rest" + path)
                .header("Authorization", basic(user))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
