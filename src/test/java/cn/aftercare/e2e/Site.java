package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The projects and cases of the browser tests, over REST: each test brings its own and depends on no demo data. Project
 * and people are of Nanjing, unless said otherwise.
 */
final class Site {

    /** Accepted a year ago, all items inside their periods. */
    static final String PROJECT = "NJ-2024-901";

    static final String PROJECT_NAME = "秦淮会展中心装修工程";

    static final String AFTER_SALES = "nanjing-after-sales";
    static final String MATERIALS = "nanjing-materials";
    static final String PMD = "nanjing-pmd";
    static final String ENGINEER = "nanjing-engineer";
    static final String MANAGER = "nanjing-warranty-manager";
    static final String COMMERCIAL = "nanjing-commercial";
    static final String SITE_TECHNICIAN = "nanjing-site-technician";
    static final String TECHNICIAN = "nanjing-technician";
    static final String OFFICER = "nanjing-performance-officer";
    static final String PMD_MANAGER = "nanjing-pmd-manager";
    static final String QUALITY = "hq-quality";
    static final String TRAINER = "hq-trainer";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final PackagedApp app;

    Site(PackagedApp app) {
        this.app = app;
        importProject(PROJECT, PROJECT_NAME, "nanjing");
    }

    void importProject(String code, String name, String unit) {
        String sheet = """
                工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目,维保经理,维保经理登录名,专业工程师,专业工程师登录名,维修技工
                %1$s,%2$s,金陵置业有限公司,周敏,13800000000,中山路1号,%3$s,分公司直管,%4$s,李建国,防水;装修;电气;给排水;设备,李建国,%3$s-warranty-manager,王志强,%3$s-engineer,陈国强;刘大勇;孙宏伟;赵铁柱;钱满仓;马得胜
                """.formatted(code, name, unit, LocalDate.now(SHANGHAI).minusYears(1));
        HttpResponse<String> answer = app.postFileAs(Demo.ADMIN, "/api/projects/import", "projects.csv", sheet);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** This minute in China, as the forms mean it. */
    static LocalDateTime now() {
        return LocalDateTime.now(SHANGHAI).truncatedTo(ChronoUnit.MINUTES);
    }

    /** A notice of a cracked ceiling by phone; gives the case number. */
    String report(String project, String unit, String location) {
        return report(
                draft(project, location, Duration.ZERO), unit, UUID.randomUUID().toString());
    }

    /** Typed in only now, long after the owner called. */
    String reportLate(String location, Duration ago) {
        Map<String, Object> report = draft(PROJECT, location, ago);
        report.put("lateEntryReason", "值班电话记录,事后补录");
        return report(report, "nanjing", UUID.randomUUID().toString());
    }

    static Map<String, Object> draft(String project, String location, Duration ago) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("projectCode", project);
        report.put(
                "receivedAt",
                now().minus(ago).atZone(SHANGHAI).toOffsetDateTime().toString());
        report.put("channel", "PHONE");
        report.put("reporter", Map.of("name", "周敏", "phone", "13800000000"));
        report.put("category", "DECORATION");
        report.put("location", location);
        report.put("description", "吊顶开裂");
        report.put("emergency", false);
        report.put("structural", false);
        report.put("publicArea", false);
        return report;
    }

    /** Sends the report under this Idempotency-Key. */
    String report(Map<String, Object> report, String unit, String key) {
        HttpResponse<String> answer =
                app.postAs(unit + "-after-sales", "/api/repair-cases", Json.write(report), "Idempotency-Key", key);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Json.parse(answer.body()).path("caseNo").asText();
    }

    /** The case reported from this place. */
    String caseAt(String location) {
        JsonNode found = get(AFTER_SALES, "/api/repair-cases?q=" + URLEncoder.encode(location, StandardCharsets.UTF_8));
        assertThat(found.path("items")).as("cases at " + location).hasSize(1);
        return found.path("items").get(0).path("caseNo").asText();
    }

    int casesAt(String location) {
        return get(AFTER_SALES, "/api/repair-cases?q=" + URLEncoder.encode(location, StandardCharsets.UTF_8))
                .path("items")
                .size();
    }

    /** Starts the plan of this half-year for Nanjing by hand; gives its number. */
    String startPlan() {
        String period = now().getYear() + (now().getMonthValue() <= 6 ? "H1" : "H2");
        return start(OFFICER, "revisit-plan", Map.of("unit", "nanjing", "period", period));
    }

    /** Starts a process with the fields of its form; gives the number of what was started. */
    String start(String person, String process, Map<String, Object> fields) {
        HttpResponse<String> answer = app.postAs(
                person,
                "/engine-rest/process-definition/key/" + process + "/submit-form",
                Json.write(Map.of("variables", variables(fields))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body()).path("businessKey").asText();
    }

    /** The name of a login as the lists show it. */
    String nameOf(String login) {
        return get(Demo.ADMIN, "/engine-rest/user/" + login + "/profile")
                .path("firstName")
                .asText();
    }

    /** Lets the time of a waiting timer come, as an administrator may in Cockpit; the clock goes on as it was. */
    void elapse(String number, String timer) {
        JsonNode job = jobs(number).stream()
                .filter(j -> activity(j).equals(timer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer " + timer + " of " + number));
        HttpResponse<String> answer =
                app.postAs(Demo.ADMIN, "/engine-rest/job/" + job.path("id").asText() + "/execute", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** The ids of the timer events that wait, of everything with this number. */
    List<String> timers(String number) {
        return jobs(number).stream().map(this::activity).sorted().toList();
    }

    private List<JsonNode> jobs(String number) {
        List<JsonNode> jobs = new ArrayList<>();
        for (JsonNode instance : get(Demo.ADMIN, "/engine-rest/process-instance?businessKey=" + number)) {
            get(
                            Demo.ADMIN,
                            "/engine-rest/job?timers=true&processInstanceId="
                                    + instance.path("id").asText())
                    .forEach(jobs::add);
        }
        return jobs;
    }

    private String activity(JsonNode job) {
        return get(
                        Demo.ADMIN,
                        "/engine-rest/job-definition/"
                                + job.path("jobDefinitionId").asText())
                .path("activityId")
                .asText();
    }

    /** The names of the tasks that were done, as often as they were. */
    List<String> doneTasks(String number) {
        List<String> done = new ArrayList<>();
        get(Demo.ADMIN, "/engine-rest/history/task?finished=true&processInstanceBusinessKey=" + number)
                .forEach(t -> done.add(t.path("name").asText()));
        return done;
    }

    /** How many instances of a process there were for this number, running or ended. */
    int instances(String process, String number) {
        return get(
                        Demo.ADMIN,
                        "/engine-rest/history/process-instance?processDefinitionKey=" + process
                                + "&processInstanceBusinessKey=" + number)
                .size();
    }

    /** The visits under way at a project. */
    List<String> visitsOf(String project) {
        return runningAt(project, "revisit");
    }

    /** The numbers of what runs at a project by this process. */
    List<String> runningAt(String project, String process) {
        return running(process + "&variables=projectCode_eq_" + project);
    }

    /** The numbers of what runs by this process anywhere. */
    List<String> running(String process) {
        List<String> numbers = new ArrayList<>();
        get(Demo.ADMIN, "/engine-rest/process-instance?processDefinitionKey=" + process)
                .forEach(v -> numbers.add(v.path("businessKey").asText()));
        return numbers;
    }

    JsonNode repairCase(String caseNo) {
        return get(Demo.ADMIN, "/api/repair-cases/" + caseNo);
    }

    JsonNode get(String user, String path) {
        HttpResponse<String> answer = app.getAs(user, path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    /** The open tasks of a case, supervision of promises included. */
    List<JsonNode> tasks(String caseNo) {
        List<JsonNode> tasks = new ArrayList<>();
        get(Demo.ADMIN, "/engine-rest/task?processInstanceBusinessKey=" + caseNo)
                .forEach(tasks::add);
        return tasks;
    }

    List<String> taskNames(String caseNo) {
        return tasks(caseNo).stream().map(t -> t.path("name").asText()).sorted().toList();
    }

    JsonNode task(String caseNo, String name) {
        List<JsonNode> found = tasks(caseNo).stream()
                .filter(t -> t.path("name").asText().equals(name))
                .toList();
        assertThat(found)
                .as(name + " of " + caseNo + " among " + taskNames(caseNo))
                .hasSize(1);
        return found.get(0);
    }

    /** Completes a task over engine-rest; lists are ticked options. */
    void complete(String person, String caseNo, String taskName, Map<String, Object> fields) {
        JsonNode task = task(caseNo, taskName);
        String id = task.path("id").asText();
        if (task.path("assignee").isNull()) {
            HttpResponse<String> claimed =
                    app.postAs(person, "/engine-rest/task/" + id + "/claim", Json.write(Map.of("userId", person)));
            assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
        }
        HttpResponse<String> answer = submit(person, id, fields);
        assertThat(answer.statusCode()).as(taskName + ": " + answer.body()).isEqualTo(204);
    }

    void claim(String person, String taskId) {
        HttpResponse<String> claimed =
                app.postAs(person, "/engine-rest/task/" + taskId + "/claim", Json.write(Map.of("userId", person)));
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
    }

    HttpResponse<String> submit(String person, String taskId, Map<String, Object> fields) {
        return app.postAs(
                person,
                "/engine-rest/task/" + taskId + "/submit-form",
                Json.write(Map.of("variables", variables(fields))));
    }

    /** Lists are ticked options, or rows. */
    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((key, value) -> variables.put(
                key,
                value instanceof List<?>
                        ? Map.of("type", "Json", "value", Json.write(value))
                        : Map.of("value", value)));
        return variables;
    }
}
