package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.ReportIntake;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.springframework.boot.test.context.TestComponent;

/** Walks a case through its flow the way the people do: each task by the person whose task it is, with the form's fields. */
@TestComponent
public class Walk {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String PROJECT = "NJ-2023-001";

    private final ProjectService projects;
    private final ReportIntake intake;
    private final RepairCases cases;
    private final CommitmentService commitments;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final CurrentActor actor;

    Walk(
            ProjectService projects,
            ReportIntake intake,
            RepairCases cases,
            CommitmentService commitments,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            CurrentActor actor) {
        this.projects = projects;
        this.intake = intake;
        this.cases = cases;
        this.commitments = commitments;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.actor = actor;
    }

    /** The usual project: accepted 2023-10-15, items as promised, its own manager and engineer, six technicians. */
    public Project project() {
        return project(PROJECT, "nanjing", LocalDate.of(2023, 10, 15));
    }

    public Project project(String code, String unit, LocalDate acceptedOn) {
        Project project = new Project(
                code,
                "金陵大厦装修工程",
                "金陵置业有限公司",
                "周敏",
                "13800000000",
                "南京市中山路1号",
                unit,
                ManagementMode.BRANCH_DIRECT,
                acceptedOn,
                "李建国",
                "南京市建筑工程质量安全监督站",
                "江苏省建筑设计院",
                null,
                new Team(
                        unit + "-warranty-manager",
                        "李建国",
                        null,
                        unit + "-engineer",
                        "王志强",
                        IntStream.rangeClosed(1, 6)
                                .mapToObj(i -> new TeamMember("技工" + i, null))
                                .toList()),
                Arrays.stream(DefectCategory.values())
                        .filter(c -> c != DefectCategory.STRUCTURE)
                        .map(WarrantyItem::standard)
                        .toList(),
                Machine.standardSet(),
                List.of(),
                null);
        projects.save(project);
        return project;
    }

    public ReportDraft report(String receivedAt) {
        return report(receivedAt, DefectCategory.DECORATION);
    }

    public ReportDraft report(String receivedAt, DefectCategory category) {
        return new ReportDraft(
                PROJECT,
                OffsetDateTime.parse(receivedAt).toInstant(),
                Channel.PHONE,
                "周敏",
                "13800000000",
                category,
                "3层走廊",
                "吊顶开裂",
                false,
                false,
                false,
                null,
                "周末值班补录");
    }

    /** Reports as the after-sales specialist of Nanjing; the clock stands where the test has put it. */
    public Repair reported(ReportDraft draft) {
        return reported(draft, "key-" + System.nanoTime());
    }

    public Repair reported(ReportDraft draft, String key) {
        return new Repair(LoggedIn.as(identity, "nanjing-after-sales", () -> intake.receive(draft, key))
                .caseNo());
    }

    /** Runs what is due now, and what becomes due by that, in order of due date. */
    public void runDueJobs() {
        runDueJobsUntil(EngineTime.now());
    }

    /** Moves the clock from due date to due date up to the instant, and stops it there. */
    public void runDueJobsUntil(Instant end) {
        while (true) {
            Job next = management.createJobQuery().active().withRetriesLeft().list().stream()
                    .filter(j -> due(j).compareTo(end) <= 0)
                    .min(java.util.Comparator.comparing(Walk::due))
                    .orElse(null);
            if (next == null) {
                break;
            }
            if (due(next).isAfter(EngineTime.now())) {
                EngineTime.set(due(next));
            }
            management.executeJob(next.getId());
        }
        if (end.isAfter(EngineTime.now())) {
            EngineTime.set(end);
        }
    }

    private static Instant due(Job job) {
        return job.getDuedate() == null
                ? job.getCreateTime().toInstant()
                : job.getDuedate().toInstant();
    }

    /** Removes every running instance; tests call it after each. */
    public void clear() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test"));
    }

    public static Instant at(String offsetDateTime) {
        return OffsetDateTime.parse(offsetDateTime).toInstant();
    }

    /** 24:00 of the day in Asia/Shanghai. */
    public static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** One case. */
    public final class Repair {

        private final String caseNo;

        Repair(String caseNo) {
            this.caseNo = caseNo;
        }

        public String caseNo() {
            return caseNo;
        }

        public RepairCase now() {
            return cases.of(caseNo);
        }

        public List<String> story() {
            return cases.story(caseNo).stream().map(CaseEvent::title).toList();
        }

        public List<AcceptanceRound> rounds() {
            return cases.rounds(caseNo);
        }

        public Commitment commitment(CommitmentType type, CommitmentKind kind) {
            return commitments.ofCase(caseNo).stream()
                    .filter(c -> c.type() == type && c.kind() == kind)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type + " " + kind + " is not promised: " + promises()));
        }

        public Commitment hard(CommitmentType type) {
            return commitment(type, CommitmentKind.HARD);
        }

        public Commitment target(CommitmentType type) {
            return commitment(type, CommitmentKind.TARGET);
        }

        public Set<String> promises() {
            return commitments.ofCase(caseNo).stream()
                    .map(c -> c.type() + " " + c.kind() + " " + c.status())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Names of the open tasks of the flow itself, supervision left out. */
        public Set<String> openTasks() {
            return openTasks(task -> !task.getProcessDefinitionId().startsWith("service-commitment"));
        }

        public Set<String> supervision() {
            return openTasks(task -> task.getProcessDefinitionId().startsWith("service-commitment"));
        }

        private Set<String> openTasks(java.util.function.Predicate<Task> which) {
            return tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                    .filter(which)
                    .map(Task::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        public Task task(String name) {
            List<Task> found = tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNo)
                    .taskName(name)
                    .list();
            assertThat(found).as("task %s among %s", name, openTasks()).hasSize(1);
            return found.get(0);
        }

        /** Completes the task as this person with the fields of its form. */
        public Repair complete(String person, String taskName, Map<String, Object> fields) {
            Task task = task(taskName);
            LoggedIn.as(identity, person, () -> {
                if (task.getAssignee() == null) {
                    tasks.claim(task.getId(), person);
                }
                tasks.complete(task.getId(), new HashMap<>(fields));
                return null;
            });
            return this;
        }

        public Repair issueTaskOrder() {
            return complete(
                    "nanjing-after-sales",
                    "下达维修任务单",
                    Map.of(
                            "decision",
                            "TAKEN",
                            "itemCategory",
                            now().report().category().name(),
                            "inPublicArea",
                            now().report().publicArea(),
                            "taskNote",
                            "请尽快安排"));
        }

        public Repair allot() {
            complete("nanjing-materials", "安排材料", Map.of("materialsPlan", "石膏板4张"));
            return complete(
                    "nanjing-pmd",
                    "安排人员",
                    Map.of(
                            "siteTechnician",
                            "nanjing-site-technician",
                            "crew",
                            list("技工1", "技工2"),
                            "borrowedCrew",
                            ""));
        }

        public Repair contactOwner() {
            return complete(
                    "nanjing-after-sales",
                    "联系业主",
                    Map.of("respondedAt", form(EngineTime.now()), "contactNote", "约定上门勘查"));
        }

        public Repair survey(Map<String, Object> differing) {
            Map<String, Object> fields = new HashMap<>(conclusion());
            fields.put("surveyedAt", form(EngineTime.now()));
            fields.put("repairMethod", "更换石膏板,重新批嵌");
            fields.put("evidence", "接缝未留伸缩缝");
            fields.putAll(differing);
            return complete("nanjing-engineer", "现场勘查", fields);
        }

        public Repair confirm(Map<String, Object> differing) {
            Map<String, Object> fields = new HashMap<>(conclusion());
            fields.putAll(differing);
            return complete("nanjing-warranty-manager", "确认勘查结论", fields);
        }

        private Map<String, Object> conclusion() {
            return Map.of(
                    "inOurScope",
                    "YES",
                    "causedByUs",
                    "YES",
                    "repairSize",
                    "MINOR",
                    "causeCategory",
                    now().report().category().name(),
                    "emergencyFound",
                    false,
                    "structuralFound",
                    false);
        }

        public Repair plan() {
            return complete(
                    "nanjing-after-sales",
                    "反馈维修计划",
                    Map.of(
                            "plannedStartAt",
                            form(EngineTime.now().plus(Duration.ofHours(1))),
                            "planText",
                            "明早上门",
                            "informed",
                            "周敏"));
        }

        public Repair agreeAppointment() {
            return complete(
                    "nanjing-site-technician",
                    "约定维修时间",
                    Map.of(
                            "agreedAt",
                            form(EngineTime.now()),
                            "appointmentAt",
                            form(EngineTime.now().plus(Duration.ofHours(1)))));
        }

        public Repair conditionsMet() {
            return complete(
                    "nanjing-site-technician", "核对开工条件", Map.of("conditions", list("MATERIAL", "OWNER", "REGISTERED")));
        }

        public Repair start(Map<String, Object> differing) {
            Map<String, Object> fields = new HashMap<>(Map.of("startedAt", form(EngineTime.now()), "blocker", "NONE"));
            fields.putAll(differing);
            return complete("nanjing-site-technician", "开工登记", fields);
        }

        public Repair work() {
            return complete(
                    "nanjing-technician",
                    "维修施工",
                    Map.of(
                            "newFinding", "NONE",
                            "workDone", "更换石膏板",
                            "responsible", "技工1",
                            "finishedAt", form(EngineTime.now()),
                            "care", list("SUPERVISED", "PROTECTED", "CLEANED")));
        }

        public Repair selfCheck(boolean passed) {
            return complete(
                    "nanjing-site-technician",
                    "自检",
                    Map.of("selfCheck", passed ? "PASSED" : "FAILED", "selfCheckNote", passed ? "平整" : "接缝不平"));
        }

        public Repair accept(boolean accepted) {
            return complete(
                    "nanjing-warranty-manager",
                    "业主验收",
                    Map.of(
                            "decision",
                            accepted ? "ACCEPTED" : "REJECTED",
                            "ownerRepresentative",
                            "周敏",
                            "decidedAt",
                            form(EngineTime.now()),
                            "remarks",
                            accepted ? "" : "色差明显"));
        }

        public Repair fileRecord() {
            return complete("nanjing-pmd", "签字件归档", Map.of("recordPlace", "档案室3柜2层"));
        }

        public Repair visit() {
            return complete(
                    "nanjing-after-sales",
                    "维保后回访",
                    Map.of(
                            "visitedAt",
                            form(EngineTime.now()),
                            "satisfaction",
                            "SATISFIED",
                            "opinion",
                            "",
                            "guidance",
                            "勿用湿布擦拭"));
        }

        /** From the notice to the manager's desk. */
        public Repair surveyed(Map<String, Object> differing) {
            return issueTaskOrder().allot().contactOwner().survey(differing);
        }

        /** From the plan to the start of the work. */
        public Repair started(Map<String, Object> differing) {
            return plan().agreeAppointment().conditionsMet().start(differing);
        }

        /** From the accepted repair to the closed case. */
        public Repair closed() {
            runDueJobs();
            return fileRecord().visit();
        }
    }

    /** As form-js submits a time. */
    public static String form(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).withSecond(0).withNano(0).toString();
    }

    /** As form-js submits a checklist. */
    public static Object list(String... values) {
        return Spin.JSON(
                Arrays.toString(Arrays.stream(values).map(v -> "\"" + v + "\"").toArray()));
    }

    Date date(Instant instant) {
        return Date.from(instant);
    }
}
