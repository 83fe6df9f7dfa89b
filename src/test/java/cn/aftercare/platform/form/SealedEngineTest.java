package cn.aftercare.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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

/** What the engine asks no permission for. */
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
