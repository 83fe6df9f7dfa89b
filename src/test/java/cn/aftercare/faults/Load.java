package cn.aftercare.faults;

import cn.aftercare.e2e.PackagedApp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Repairs handled by several people at once, who do what people do when the program does not answer: wait, look whether it
 * was done, and press again. A report is repeated with the same key until its number is known.
 */
final class Load implements AutoCloseable {

    static final String PROJECT = "NJ-FAULT-1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private volatile List<PackagedApp> nodes;
    private final ExecutorService people;
    private final List<Future<?>> repairs = new ArrayList<>();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger steps = new AtomicInteger();

    /** @param nodes any of them takes a request, as behind a load balancer */
    Load(int people, PackagedApp... nodes) {
        this.nodes = List.of(nodes);
        this.people = Executors.newFixedThreadPool(people);
    }

    static void importProject(PackagedApp app) {
        HttpResponse<String> answer = app.postFileAs("admin", "/api/projects/import", "projects.csv", """
                工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目,维保经理,维保经理登录名,专业工程师,专业工程师登录名,维修技工
                %s,秦淮会展中心,金陵置业,周敏,13800000000,中山路1号,nanjing,分公司直管,%s,李建国,防水;装修,李建国,nanjing-warranty-manager,王志强,nanjing-engineer,陈国强;刘大勇;孙宏伟;赵铁柱;钱满仓;马得胜
                """.formatted(
                        PROJECT, LocalDate.now(ZONE).minusYears(1)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Begins so many repairs; each goes from the report to its end. */
    void begin(int number) {
        for (int i = 0; i < number; i++) {
            repairs.add(people.submit(this::repair));
        }
    }

    /** Reports so many defects, of which nothing is done. */
    void report(int number) {
        for (int i = 0; i < number; i++) {
            repairs.add(people.submit(() -> {
                String key = UUID.randomUUID().toString();
                accepted.put(key, patiently("report", () -> report(key)));
            }));
        }
    }

    /** Waits until people have done so many steps more. */
    void during(int more) throws InterruptedException {
        int until = steps.get() + more;
        long begun = System.nanoTime();
        while (steps.get() < until && repairs.stream().anyMatch(r -> !r.isDone())) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("the load stands still at " + steps);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Waits for the end of all repairs. */
    void finish() throws Exception {
        for (Future<?> repair : repairs) {
            try {
                repair.get(10, TimeUnit.MINUTES);
            } catch (TimeoutException e) {
                throw new IllegalStateException("a repair never ends, after " + steps + " steps", e);
            }
        }
    }

    /** The numbers of the reports that were confirmed, by their keys. */
    Map<String, String> accepted() {
        return accepted;
    }

    private void repair() {
        String key = UUID.randomUUID().toString();
        String caseNo = patiently("report", () -> report(key));
        accepted.put(key, caseNo);
        for (Object[] step : steps()) {
            Task task = new Task((String) step[0], (String) step[1]);
            patiently(caseNo + " " + task.name, () -> done(caseNo, task, fields(step)) ? Boolean.TRUE : null);
            steps.incrementAndGet();
        }
    }

    private record Task(String person, String name) {}

    private interface Attempt<T> {
        /** @return null if it has to be tried again */
        T run();
    }

    private <T> T patiently(String what, Attempt<T> attempt) {
        long begun = System.nanoTime();
        RuntimeException last = null;
        while (System.nanoTime() - begun < PATIENCE) {
            try {
                T result = attempt.run();
                if (result != null) {
                    return result;
                }
            } catch (UncheckedIOException e) {
                last = e; // no answer: nobody knows
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        throw new IllegalStateException(what + " never succeeds", last);
    }

    /** Others take the requests from now on. */
    void nowOn(PackagedApp... nodes) {
        this.nodes = List.of(nodes);
    }

    private PackagedApp node() {
        List<PackagedApp> running = nodes;
        return running.get(ThreadLocalRandom.current().nextInt(running.size()));
    }

    private String report(String key) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("projectCode", PROJECT);
        report.put("receivedAt", now().atZone(ZONE).toOffsetDateTime().toString());
        report.put("channel", "PHONE");
        report.put("reporter", Map.of("name", "周敏", "phone", "13800000000"));
        report.put("category", "DECORATION");
        // No two of the same part of the building, or they would be quality information.
        report.put("location", "展厅" + key);
        report.put("description", "吊顶开裂");
        report.put("emergency", false);
        report.put("structural", false);
        report.put("publicArea", false);
        HttpResponse<String> answer =
                node().postAs("nanjing-after-sales", "/api/repair-cases", json(report), "Idempotency-Key", key);
        if (answer.statusCode() >= 500) {
            return null;
        }
        if (answer.statusCode() == 409) {
            // The minute has changed, so it is another report; the first one has been accepted.
            return caseWithKey(key);
        }
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return read(answer).path("caseNo").asText();
    }

    private String caseWithKey(String key) {
        HttpResponse<String> answer = node().getAs("nanjing-after-sales", "/api/repair-cases?q=" + encoded(key));
        return answer.statusCode() == 200 ? read(answer).at("/items/0/caseNo").asText() : null;
    }

    /** Whether the task is done, now or before; a task that has not come yet is not. */
    private boolean done(String caseNo, Task task, Map<String, Object> fields) {
        PackagedApp node = node();
        HttpResponse<String> found = node.getAs(
                task.person, "/engine-rest/task?processInstanceBusinessKey=" + caseNo + "&name=" + encoded(task.name));
        if (found.statusCode() != 200) {
            return false;
        }
        JsonNode open = read(found).get(0);
        if (open == null) {
            HttpResponse<String> ended = node.getAs(
                    "admin",
                    "/engine-rest/history/task/count?finished=true&processInstanceBusinessKey=" + caseNo + "&taskName="
                            + encoded(task.name));
            return ended.statusCode() == 200 && read(ended).path("count").asInt() > 0;
        }
        String id = open.path("id").asText();
        if (open.path("assignee").isNull()) {
            node.postAs(task.person, "/engine-rest/task/" + id + "/claim", json(Map.of("userId", task.person)));
        }
        HttpResponse<String> answer = node.postAs(
                task.person, "/engine-rest/task/" + id + "/submit-form", json(Map.of("variables", variables(fields))));
        if (answer.statusCode() == 400) {
            throw new IllegalStateException(task.name + ": " + answer.body());
        }
        return answer.statusCode() == 204;
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(
                name,
                value instanceof List<?> ? Map.of("type", "Json", "value", json(value)) : Map.of("value", value)));
        return variables;
    }

    /** Person, task, and the fields in pairs; a time is filled in when the form is. */
    private static List<Object[]> steps() {
        return List.of(
                step("nanjing-after-sales", "下达维修任务单", "decision", "TAKEN", "itemCategory", "DECORATION"),
                step("nanjing-materials", "安排材料", "materialsPlan", "石膏板4张"),
                step("nanjing-pmd", "安排人员", "siteTechnician", "nanjing-site-technician", "crew", List.of("陈国强")),
                step("nanjing-after-sales", "联系业主", "respondedAt", NOW, "contactNote", "今天上门"),
                step(
                        "nanjing-engineer",
                        "现场勘查",
                        "inOurScope",
                        "YES",
                        "causedByUs",
                        "YES",
                        "repairSize",
                        "MINOR",
                        "causeCategory",
                        "DECORATION",
                        "surveyedAt",
                        NOW,
                        "repairMethod",
                        "更换石膏板",
                        "evidence",
                        "接缝开裂"),
                step(
                        "nanjing-warranty-manager",
                        "确认勘查结论",
                        "inOurScope",
                        "YES",
                        "causedByUs",
                        "YES",
                        "repairSize",
                        "MINOR",
                        "causeCategory",
                        "DECORATION"),
                step("nanjing-after-sales", "反馈维修计划", "plannedStartAt", LATER, "planText", "今天下午", "informed", "周敏"),
                step("nanjing-site-technician", "约定维修时间", "agreedAt", NOW, "appointmentAt", LATER),
                step("nanjing-site-technician", "核对开工条件", "conditions", List.of("MATERIAL", "OWNER", "REGISTERED")),
                step("nanjing-site-technician", "开工登记", "startedAt", NOW, "blocker", "NONE"),
                step(
                        "nanjing-technician",
                        "维修施工",
                        "newFinding",
                        "NONE",
                        "workDone",
                        "更换石膏板",
                        "responsible",
                        "陈国强",
                        "finishedAt",
                        NOW,
                        "care",
                        List.of("SUPERVISED", "PROTECTED", "CLEANED")),
                step("nanjing-site-technician", "自检", "selfCheck", "PASSED"),
                step(
                        "nanjing-warranty-manager",
                        "业主验收",
                        "decision",
                        "ACCEPTED",
                        "ownerRepresentative",
                        "周敏",
                        "decidedAt",
                        NOW),
                step("nanjing-pmd", "签字件归档", "recordPlace", "档案室"),
                step("nanjing-after-sales", "维保后回访", "visitedAt", NOW, "satisfaction", "SATISFIED"));
    }

    private static final Object NOW = new Object();
    private static final Object LATER = new Object();

    private static Object[] step(Object... parts) {
        return parts;
    }

    private static Map<String, Object> fields(Object[] step) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 2; i < step.length; i += 2) {
            Object value = step[i + 1];
            fields.put(
                    (String) step[i],
                    value == NOW
                            ? now().toString()
                            : value == LATER ? now().plusHours(1).toString() : value);
        }
        return fields;
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
