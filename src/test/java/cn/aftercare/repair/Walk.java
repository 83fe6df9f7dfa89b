package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.app.CommitmentService;
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
import cn.aftercare.story.StoryEvent;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import cn.aftercare.testing.TakenFlows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** Walks a case through its flow the way the people do: each task by the person whose task it is, with the form's fields. */
@TestComponent
@Import(TakenFlows.class)
public class Walk {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String PROJECT = "NJ-2023-001";
    private static final LocalDate ACCEPTED = LocalDate.of(2023, 10, 15);

    private final ProjectService projects;
    private final ReportIntake intake;
    private final RepairCases cases;
    private final CommitmentService commitments;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final FormService forms;
    private final RepositoryService repository;

    Walk(
            ProjectService projects,
            ReportIntake intake,
            RepairCases cases,
            CommitmentService commitments,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            FormService forms,
            RepositoryService repository) {
        this.projects = projects;
        this.intake = intake;
        this.cases = cases;
        this.commitments = commitments;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.forms = forms;
        this.repository = repository;
    }

    /** The usual project: accepted 2023-10-15, items as promised, its own manager and engineer, six technicians. */
    public Project project() {
        return project(PROJECT, "nanjing", ACCEPTED);
    }

    /** Another project of this unit, accepted on this day. */
    public Project project(String code, String unit, LocalDate acceptedOn) {
        return project(
                code,
                unit,
                acceptedOn,
                Arrays.stream(DefectCategory.values())
                        .filter(c -> c != DefectCategory.STRUCTURE)
                        .map(WarrantyItem::standard)
                        .toList(),
                List.of());
    }

    /** The usual project with these items, and these clocks of its warranty letter. */
    public Project project(List<WarrantyItem> items, List<ClockOverride> clocks) {
        return project(PROJECT, "nanjing", ACCEPTED, items, clocks);
    }

    /** The usual project, whose sheet names nobody to report a danger to. */
    public Project projectWithoutAuthority() {
        Project p = project();
        Project without = new Project(
                p.code(),
                p.name(),
                p.ownerName(),
                p.ownerContact(),
                p.ownerPhone(),
                p.address(),
                p.unit(),
                p.managementMode(),
                p.acceptedOn(),
                p.projectManager(),
                null,
                p.designUnit(),
                p.scopeNote(),
                p.team(),
                p.items(),
                p.machines(),
                p.overrides(),
                p.closedOn());
        projects.save(without);
        return without;
    }

    private Project project(
            String code, String unit, LocalDate acceptedOn, List<WarrantyItem> items, List<ClockOverride> clocks) {
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
                items,
                Machine.standardSet(),
                clocks,
                null);
        projects.save(project);
        return project;
    }

    public ReportDraft report(String receivedAt) {
        return report(receivedAt, DefectCategory.DECORATION);
    }

    public ReportDraft report(String receivedAt, DefectCategory category) {
        return report(receivedAt, category, false, false, false, null);
    }

    /** @param requestedAt the time the owner demands, or null */
    public ReportDraft emergency(String receivedAt, @Nullable String requestedAt) {
        return report(receivedAt, DefectCategory.PLUMBING, true, false, false, requestedAt);
    }

    public ReportDraft structural(String receivedAt) {
        return report(receivedAt, DefectCategory.STRUCTURE, false, true, false, null);
    }

    /** A danger to the structure that is an emergency too. */
    public ReportDraft emergencyInTheStructure(String receivedAt) {
        return report(receivedAt, DefectCategory.STRUCTURE, true, true, false, null);
    }

    public ReportDraft inPublicArea(String receivedAt) {
        return report(receivedAt, DefectCategory.DECORATION, false, false, true, null);
    }

    public ReportDraft requested(String receivedAt, String requestedAt) {
        return report(receivedAt, DefectCategory.DECORATION, false, false, false, requestedAt);
    }

    private static ReportDraft report(
            String receivedAt,
            DefectCategory category,
            boolean emergency,
            boolean structural,
            boolean publicArea,
            @Nullable String requestedAt) {
        return new ReportDraft(
                PROJECT,
                at(receivedAt),
                Channel.PHONE,
                "周敏",
                "13800000000",
                category,
                "3层走廊",
                "吊顶开裂",
                emergency,
                structural,
                publicArea,
                requestedAt == null ? null : at(requestedAt),
                "周末值班补录");
    }

    /** The same report, at another project. */
    public static ReportDraft at(String project, ReportDraft d) {
        return new ReportDraft(
                project,
                d.receivedAt(),
                d.channel(),
                d.reporterName(),
                d.reporterPhone(),
                d.category(),
                d.location(),
                d.description(),
                d.emergency(),
                d.structural(),
                d.publicArea(),
                d.requestedAt(),
                d.lateEntryReason());
    }

    /** Typed in while the owner is on the phone: received, recorded and the clock's reading are one instant. */
    public Repair reportedAt(String receivedAt) {
        EngineTime.set(receivedAt);
        return reported(report(receivedAt));
    }

    /** Typed into the start form of Tasklist by the after-sales specialist of Nanjing. */
    public Repair reportedByForm(Map<String, Object> fields) {
        return reportedByForm("repair", fields);
    }

    /** The same with the start form of this process. */
    public Repair reportedByForm(String process, Map<String, Object> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return new Repair(LoggedIn.as(identity, "nanjing-after-sales", () -> forms.submitStartForm(definition, fields))
                .getBusinessKey());
    }

    /** Reports as the after-sales specialist of Nanjing; the clock stands where the test has put it. */
    public Repair reported(ReportDraft draft) {
        return reported(draft, "key-" + System.nanoTime());
    }

    public Repair reported(ReportDraft draft, String key) {
        return new Repair(LoggedIn.as(identity, "nanjing-after-sales", () -> intake.receive(draft, key))
                .caseNo());
    }

    /** One that came by another way, such as a visit. */
    public Repair ofCase(String caseNo) {
        return new Repair(caseNo);
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
                    .min(Comparator.comparing(Walk::due))
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

    /** The promise's next timer. */
    public Job timer(Commitment commitment) {
        List<Job> timers = timers(commitment);
        assertThat(timers).as("timers of " + commitment).hasSize(1);
        return timers.get(0);
    }

    public List<Job> timers(Commitment commitment) {
        return commitment.processInstanceId() == null
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceId(commitment.processInstanceId())
                        .list();
    }

    /** The promise's next timer stands at the instant: a second before the engine leaves it alone, at it, it fires. */
    public void fires(Commitment commitment, Instant at) {
        Job timer = timer(commitment);
        assertThat(timer.getDuedate()).isEqualTo(Date.from(at));
        EngineTime.set(at.minusSeconds(1));
        assertThat(executable(timer)).isFalse();
        EngineTime.set(at);
        assertThat(executable(timer)).isTrue();
        management.executeJob(timer.getId());
    }

    private boolean executable(Job job) {
        return management.createJobQuery().jobId(job.getId()).executable().count() == 1;
    }

    /** Ends every case and removes every running instance; tests call it after each. */
    public void clear() {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processDefinitionKey("repair")
                .list()) {
            commitments.ended(instance.getBusinessKey());
        }
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
            return cases.story(caseNo).stream().map(StoryEvent::title).toList();
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

        /** The escalation so far: level, when due, when fired, who was told. */
        public List<CommitmentStep> steps(Commitment commitment) {
            return commitments.steps(commitment.id());
        }

        public @Nullable Instant dueDate(String taskName) {
            Date due = task(taskName).getDueDate();
            return due == null ? null : due.toInstant();
        }

        public List<Finding> findings() {
            return cases.findings(caseNo);
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

        private Set<String> openTasks(Predicate<Task> which) {
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
            return contactOwner(EngineTime.now(), null);
        }

        /** @param requestedAt the time the owner asks for, or null */
        public Repair contactOwner(Instant respondedAt, @Nullable Instant requestedAt) {
            return complete(
                    "nanjing-after-sales",
                    "联系业主",
                    Map.of(
                            "respondedAt",
                            form(respondedAt),
                            "contactNote",
                            "约定上门勘查",
                            "ownerRequestedAt",
                            requestedAt == null ? "" : form(requestedAt)));
        }

        public Repair survey(Map<String, Object> differing) {
            return surveyBy("nanjing-engineer", differing);
        }

        /** By whoever has the task. */
        public Repair surveyBy(String person, Map<String, Object> differing) {
            Map<String, Object> fields = new HashMap<>(conclusion());
            fields.put("surveyedAt", form(EngineTime.now()));
            fields.put("repairMethod", "更换石膏板,重新批嵌");
            fields.put("evidence", "接缝未留伸缩缝");
            fields.putAll(differing);
            return complete(person, "现场勘查", fields);
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

        /** Instead of finishing the work, the technician finds something. */
        public Repair find(WorkFinding finding) {
            return complete(
                    "nanjing-technician", "维修施工", Map.of("newFinding", finding.name(), "findingNote", "拆开吊顶后发现"));
        }

        public Repair quoteMaterial(String material, boolean accepted) {
            return complete(
                    "nanjing-commercial",
                    "材料费报价与确认",
                    Map.of(
                            "material",
                            material,
                            "details",
                            "石膏板4张",
                            "answer",
                            accepted ? "YES" : "NO",
                            "answeredAt",
                            form(EngineTime.now()),
                            "answeredBy",
                            "周敏"));
        }

        public Repair draftQuote(String material, String labour, String management) {
            return complete(
                    "nanjing-commercial",
                    "编制报价",
                    Map.of("material", material, "labour", labour, "management", management, "details", "更换吊顶"));
        }

        /** @param result SIGNED, REQUOTE or REFUSED */
        public Repair negotiate(String result) {
            return complete(
                    "nanjing-commercial",
                    "与业主协商",
                    Map.of("result", result, "answeredAt", form(EngineTime.now()), "answeredBy", "周敏"));
        }

        /** The material is not there: the clocks stand still since the instant. */
        public Repair awaitMaterial(Instant since) {
            return complete(
                    "nanjing-site-technician",
                    "核对开工条件",
                    Map.of(
                            "conditions",
                            list("OWNER", "REGISTERED"),
                            "pauseCause",
                            "MATERIAL",
                            "conditionsNote",
                            "石膏板未到货",
                            "since",
                            form(since)));
        }

        public Repair materialArrived(Instant at) {
            return complete("nanjing-site-technician", "等待开工条件", Map.of("resumedAt", form(at)));
        }

        public Repair setUpHoarding() {
            return complete(
                    "nanjing-site-technician",
                    "设置围挡与引导",
                    Map.of("hoardingDone", true, "guidanceDone", true, "hoardingNote", "走廊封闭,导向牌2块"));
        }

        public Repair restoreFunction() {
            return complete(
                    "nanjing-technician",
                    "恢复使用功能",
                    Map.of("restoredAt", form(EngineTime.now()), "restoreNote", "临时接通供水"));
        }

        /** The manager says what was done about a danger. */
        public Repair supervise(String person, String taskName) {
            return complete(person, taskName, Map.of("measure", "已督促到场"));
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
}
