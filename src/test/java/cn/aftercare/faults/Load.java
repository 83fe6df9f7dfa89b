package cn.aftercare.faults;

import cn.aftercare.e2e.PackagedApp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Repairs handled by several people at once, who do what people do when the program does not answer: wait, look whether it
 * was done, and press again. A report is repeated with the same key until its number is known. Beside them two others
 * report what stays open: {@link #report} and {@link #leave}.
 */
final class Load implements AutoCloseable {

    static final String PROJECT = "NJ-FAULT-1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    /** So long ago came what is typed in late: the response of a day is broken, the start of three days is not. */
    private static final Duration LATE = Duration.ofHours(30);

    /** After so many steps nobody goes on: none, before the survey, before the work, refused by the owner. */
    private static final List<Integer> STOPS = List.of(0, 4, 9, 13);

    private static final String REFUSED = "REJECTED";

    private volatile List<PackagedApp> nodes;
    private final ExecutorService people;
    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final List<Future<?>> repairs = new ArrayList<>();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Map<String, String> left = new ConcurrentHashMap<>();
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private int begun;
    private int leftSoFar;

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

    /** Begins so many repairs; each goes from the report to its end, every third by way of a refused acceptance. */
    void begin(int number) {
        for (int i = 0; i < number; i++) {
            boolean refusedOnce = begun++ % 3 == 1;
            repairs.add(people.submit(() -> repair(refusedOnce)));
        }
    }

    /** Reports so many defects too late, of which nothing is done: what is broken at once is told at once. */
    void report(int number) {
        for (int i = 0; i < number; i++) {
            repairs.add(others.submit(() -> late.add(accepted(LATE))));
        }
    }

    /** What was reported too late is taken up after all, as far as to the plan. */
    void takeUp() {
        int planned = 7;
        late.forEach(caseNo -> repairs.add(people.submit(() -> {
            handle(caseNo, steps(false).subList(0, planned));
            late.remove(caseNo);
            left.put(caseNo, (String) steps(false).get(planned)[1]);
        })));
    }

    /** Begins so many repairs that nobody brings to their end. */
    void leave(int number) {
        for (int i = 0; i < number; i++) {
            int stop = STOPS.get(leftSoFar++ % STOPS.size());
            repairs.add(others.submit(() -> {
                String caseNo = accepted(Duration.ZERO);
                handle(caseNo, steps(true).subList(0, stop));
                left.put(caseNo, (String) steps(true).get(stop)[1]);
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

    /** The cases nobody goes on with, and the one task each of them waits for. */
    Map<String, String> left() {
        Map<String, String> open = new HashMap<>(left);
        late.forEach(caseNo -> open.put(caseNo, (String) steps(false).get(0)[1]));
        return open;
    }

    /** Those among them that were reported too late. */
    Set<String> late() {
        return late;
    }

    /** The cases whose owner has refused the first acceptance. */
    Set<String> refused() {
        return refused;
    }

    /** How many requests the program has failed at. */
    int failed() {
        return failed.get();
    }

    private void repair(boolean refusedOnce) {
        handle(accepted(Duration.ZERO), steps(refusedOnce));
    }

    private String accepted(Duration late) {
        String key = UUID.randomUUID().toString();
        String caseNo = patiently("report", () -> report(key, late));
        accepted.put(key, caseNo);
        return caseNo;
    }

    private void handle(String caseNo, List<Object[]> todo) {
        Map<String, Integer> times = new HashMap<>();
        for (Object[] step : todo) {
            String name = (String) step[1];
            Task task = new Task((String) step[0], name, times.merge(name, 1, Integer::sum));
            patiently(caseNo + " " + task.name, () -> done(caseNo, task, fields(step)) ? Boolean.TRUE : null);
            steps.incrementAndGet();
            if (List.of(step).contains(REFUSED)) {
                refused.add(caseNo);
            }
        }
    }

    /** @param times how often it has been done then */
    private record Task(String person, String name, int times) {}

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

    private String report(String key, Duration late) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("projectCode", PROJECT);
        report.put(
                "receivedAt", now().minus(late).atZone(ZONE).toOffsetDateTime().toString());
        report.put("lateEntryReason", late.isZero() ? null : "值班电话记录,事后补录");
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
        if (failed(answer)) {
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
        if (failed(found) || found.statusCode() != 200) {
            return false;
        }
        JsonNode open = read(found).get(0);
        if (open == null) {
            HttpResponse<String> ended = node.getAs(
                    "admin",
                    "/engine-rest/history/task/count?finished=true&processInstanceBusinessKey=" + caseNo + "&taskName="
                            + encoded(task.name));
            return ended.statusCode() == 200 && read(ended).path("count").asInt() >= task.times;
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
        return !failed(answer) && answer.statusCode() == 204;
    }

    private boolean failed(HttpResponse<String> answer) {
        boolean server = answer.statusCode() >= 500;
        if (server) {
            failed.incrementAndGet();
        }
        return server;
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(
                name,
                value instanceof List<?> ? Map.of("type", "Json", "value", json(value)) : Map.of("value", value)));
        return variables;
    }

    /** Person, task, and the fields in pairs; a time is filled in when the form is. */
    private static List<Object[]> steps(boolean refusedOnce) {
        List<Object[]> steps = new ArrayList<>(List.of(
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
                step("nanjing-site-technician", "开工登记", "startedAt", NOW, "blocker", "NONE")));
        if (refusedOnce) {
            steps.addAll(round("decision", REFUSED, "remarks", "接缝仍可见"));
        }
        steps.addAll(round("decision", "ACCEPTED"));
        steps.add(step("nanjing-pmd", "签字件归档", "recordPlace", "档案室"));
        steps.add(step("nanjing-after-sales", "维保后回访", "visitedAt", NOW, "satisfaction", "SATISFIED"));
        return steps;
    }

    private static List<Object[]> round(Object... decision) {
        Object[] acceptance = Stream.concat(
                        Stream.of("nanjing-warranty-manager", "业主验收", "ownerRepresentative", "周敏", "decidedAt", NOW),
                        Stream.of(decision))
                .toArray();
        return List.of(
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
                acceptance);
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
        others.shutdownNow();
    }
}
