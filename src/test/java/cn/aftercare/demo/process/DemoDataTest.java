package cn.aftercare.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportStatus;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.app.InspectionOverview;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import cn.aftercare.quality.app.QualityList;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.repair.AcceptanceRound;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.RepairCases.Query;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.app.PlanOverview;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import cn.aftercare.survey.SurveySource;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.app.Surveys;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.app.Trainings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What the try-it-out run shows right after its first start. */
@EngineTest
@TestPropertySource(properties = "aftercare.demo-cases=true")
class DemoDataTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Query ALL = new Query(null, null, null, null, null);

    @Autowired
    DemoAtStart demo;

    @Autowired
    DemoProgress progress;

    @Autowired
    List<DemoScenes> rooms;

    @Autowired
    Consultations consultations;

    @Autowired
    Trainings trainings;

    @Autowired
    QualityList items;

    @Autowired
    InspectionOverview inspections;

    @Autowired
    YearSurveyOverview years;

    @Autowired
    MockMvc web;

    @Autowired
    PlanOverview plans;

    @Autowired
    Visits visits;

    @Autowired
    Surveys surveys;

    @Autowired
    DemoPeople people;

    @Autowired
    ProjectService projects;

    @Autowired
    RepairCases cases;

    @Autowired
    CommitmentService commitments;

    @Autowired
    AttachmentService attachments;

    @Autowired
    RecordArchive records;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    CurrentActor actor;

    @Test
    void there_are_projects_of_every_kind_in_every_unit() {
        List<Project> all = asAdmin(() -> projects.all(null, null));
        LocalDate today = LocalDate.now(ZONE);

        assertThat(all).hasSizeGreaterThanOrEqualTo(12);
        assertThat(all).extracting(Project::unit).contains("hq", "nanjing", "suzhou");
        assertThat(all)
                .extracting(Project::managementMode)
                .contains(ManagementMode.HQ_DIRECT, ManagementMode.HQ_AUTHORISED, ManagementMode.BRANCH_DIRECT);
        assertThat(all).allSatisfy(p -> {
            assertThat(p.team().technicians())
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(t -> assertThat(t.phone()).matches("1390000\\d{4}"));
            assertThat(p.team().technicians()).doesNotHaveDuplicates();
            assertThat(p.machines()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(p.supervisionAuthority()).isNotBlank();
            assertThat(p.designUnit()).isNotBlank();
        });
        assertThat(all).anyMatch(p -> !p.overrides().isEmpty());
        assertThat(all).anyMatch(p -> p.items().stream().anyMatch(i -> i.explicitEnd() != null));
        assertThat(all)
                .as("all expired")
                .anyMatch(p -> p.items().stream()
                        .noneMatch(i ->
                                !i.end(p.acceptedOn(), calendar()).lastDay().isBefore(today)));
        assertThat(all)
                .as("ends soon")
                .anyMatch(p -> p.items().stream()
                        .map(i -> ChronoUnit.DAYS.between(
                                today, i.end(p.acceptedOn(), calendar()).lastDay()))
                        .anyMatch(days -> days >= 0 && days <= 30));
    }

    private static WorkingCalendar calendar() {
        return new WorkingCalendar(Map.of(), Set.of());
    }

    @Test
    void the_example_of_the_contract_is_there() {
        Project example = projects.find("NJ-2023-001").orElseThrow();

        assertThat(example.unit()).isEqualTo("nanjing");
        assertThat(example.acceptedOn()).isEqualTo(LocalDate.of(2023, 10, 15));
        assertThat(example.items())
                .filteredOn(i -> i.category() == DefectCategory.DECORATION)
                .singleElement()
                .satisfies(i -> assertThat(i.years()).isEqualTo(2));
    }

    @Test
    void every_case_was_made_and_none_waits_for_a_job_of_the_past() {
        assertThat(progress.read()).hasValueSatisfying(mark -> {
            assertThat(mark.complete()).isTrue();
            // One of the repairs came of a visit.
            assertThat(allCases()).hasSize(mark.done() - scenes() + 1);
            assertThat(management
                            .createJobQuery()
                            .duedateLowerThan(Date.from(mark.asOf()))
                            .count())
                    .isZero();
        });
        assertThat(history.createHistoricIncidentQuery().count()).isZero();
    }

    @Test
    void cases_stand_in_every_stage_and_unit() throws Exception {
        List<RepairCase> all = allCases();

        assertThat(all).extracting(RepairCase::stage).containsAll(stagesOfTheModels());
        assertThat(all).extracting(RepairCase::unit).contains("hq", "nanjing", "suzhou");
        assertThat(all).extracting(RepairCase::chargeBasis).contains(ChargeBasis.values());
        for (String unit : List.of("hq", "nanjing", "suzhou")) {
            assertThat(all)
                    .filteredOn(c -> c.unit().equals(unit))
                    .hasSizeGreaterThan(5)
                    .anyMatch(c -> c.stage().ended())
                    .anyMatch(c -> !c.stage().ended());
        }
        assertThat(all).anyMatch(c -> c.report().requestedAt() != null);
        assertThat(all).anyMatch(c -> commitments.paused(c.caseNo()));
        assertThat(all).anyMatch(c -> reworked(c) && c.stage() == Stage.CLOSED);
        assertThat(all).anyMatch(c -> reworked(c) && c.stage() == Stage.WORKING);
    }

    private boolean reworked(RepairCase c) {
        return cases.rounds(c.caseNo()).stream().map(AcceptanceRound::accepted).anyMatch(Boolean.FALSE::equals);
    }

    /** Whatever the tasks of the models put a case into, and the ways it ends. */
    private static Set<Stage> stagesOfTheModels() throws Exception {
        Set<Stage> stages = EnumSet.of(Stage.CLOSED, Stage.REJECTED, Stage.NO_AGREEMENT);
        Pattern property = Pattern.compile("name=\"stage\" value=\"([A-Z_]+)\"");
        for (var model : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/repair/*.bpmn")) {
            property.matcher(model.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> stages.add(Stage.valueOf(found.group(1))));
        }
        return stages;
    }

    @Test
    void some_promises_are_kept_some_about_to_be_broken_and_some_broken() {
        Instant now = progress.read().orElseThrow().asOf();
        List<Commitment> hard = allCases().stream()
                .flatMap(c -> commitments.ofCase(c.caseNo()).stream())
                .filter(p -> p.kind() == CommitmentKind.HARD)
                .toList();

        assertThat(hard)
                .extracting(Commitment::status)
                .contains(
                        CommitmentStatus.MET,
                        CommitmentStatus.MET_LATE,
                        CommitmentStatus.RUNNING,
                        CommitmentStatus.PAUSED,
                        CommitmentStatus.BREACHED);
        assertThat(hard)
                .filteredOn(p -> p.status() == CommitmentStatus.RUNNING)
                .allSatisfy(p -> assertThat(p.dueAt()).isAfter(now));
        assertThat(hard)
                .filteredOn(p ->
                        p.status() == CommitmentStatus.RUNNING && p.dueAt().isBefore(now.plus(Duration.ofHours(4))))
                .as("due within hours")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void supervision_lies_with_managers_the_department_and_headquarters() {
        List<Task> supervision = tasks.createTaskQuery()
                .processDefinitionKey("service-commitment")
                .list();
        Set<String> told = supervision.stream()
                .flatMap(task -> Stream.concat(
                        Stream.ofNullable(task.getAssignee()),
                        tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)))
                .collect(Collectors.toSet());

        assertThat(told)
                .contains(
                        "nanjing-warranty-manager",
                        "suzhou-warranty-manager",
                        "nanjing-pmd-manager",
                        "suzhou-pmd-manager",
                        "hq-pmd");
    }

    @Test
    void the_history_tells_when_things_happened_and_who_did_them() {
        Instant now = progress.read().orElseThrow().asOf();
        RepairCase oldest = allCases().stream()
                .min(Comparator.comparing(RepairCase::recordedAt))
                .orElseThrow();

        assertThat(oldest.recordedAt()).isBefore(now.minus(Duration.ofDays(30)));
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(oldest.caseNo())
                        .list())
                .hasSizeGreaterThan(10)
                .allSatisfy(task -> {
                    assertThat(task.getEndTime().toInstant()).isBefore(now.minus(Duration.ofDays(30)));
                    assertThat(task.getAssignee()).startsWith("nanjing-");
                });
        assertThat(asAdmin(() -> attachments.ofCase(oldest.caseNo()))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(asAdmin(() -> records.ofCase(oldest.caseNo()))).hasSize(2);
    }

    @Test
    void the_clock_shows_the_real_time_again_and_nobody_is_logged_in() {
        // The test's own set-up has put the clock back as well, so it is moved first.
        EngineTime.set("2020-01-01T00:00:00+08:00");
        progress.write(
                progress.read().orElseThrow().with(progress.read().orElseThrow().done()));
        demo.start();

        assertThat(EngineTime.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(actor.get().userId()).isEqualTo("system");
    }

    @Test
    void a_second_start_makes_nothing() {
        int before = allCases().size();
        List<Visit> visitsBefore = allVisits();
        demo.start();

        assertThat(allCases()).hasSize(before);
        assertThat(allVisits()).isEqualTo(visitsBefore);
    }

    @Test
    void nanjing_has_a_plan_with_visits_in_every_state() {
        LocalDate today = LocalDate.ofInstant(progress.read().orElseThrow().asOf(), ZONE);
        RevisitPlan plan = allPlans().stream()
                .filter(p -> p.unit().equals("nanjing") && p.period().equals(HalfYear.of(today)))
                .findFirst()
                .orElseThrow();

        assertThat(plan.status()).isEqualTo(PlanStatus.APPROVED);
        assertThat(plan.filedAt()).isNotNull();
        Map<String, Visit> byProject = allVisits().stream()
                .filter(v -> plan.planNo().equals(v.planNo()))
                .collect(Collectors.toMap(Visit::projectCode, v -> v, (a, b) -> a));
        Visit over = byProject.get("NJ-2025-006");
        assertThat(over.stage()).isEqualTo(VisitStage.CLOSED);
        assertThat(over.course().visitedAt()).isBefore(over.closedAt());
        String repair = visits.defects(over.visitNo()).get(0).caseNo();
        assertThat(cases.of(repair).stage()).isEqualTo(Stage.CLOSED);
        assertThat(surveys.ofDossier(over.visitNo()).orElseThrow().answered().source())
                .isEqualTo(SurveySource.LINK);
        assertThat(byProject.get("NJ-2024-003").stage()).isEqualTo(VisitStage.VISITING);
        assertThat(byProject.get("NJ-2024-011").stage()).isEqualTo(VisitStage.PLANNED);
        assertThat(byProject.get("NJ-2022-008")).satisfies(v -> {
            assertThat(v.plannedOn()).isEqualTo(today.plusDays(12));
            assertThat(v.postponedReason()).isEqualTo("客房年底满租,宾馆要求淡季再来");
        });
    }

    @Test
    void one_plan_waits_for_its_manager_and_one_for_headquarters() {
        assertThat(openTasks("审批回访计划"))
                .singleElement()
                .satisfies(plan -> assertThat(plan).contains("suzhou"));
        assertThat(openTasks("备案回访计划"))
                .singleElement()
                .satisfies(plan -> assertThat(plan).contains("nanjing"));
        assertThat(allPlans())
                .filteredOn(p -> p.status() == PlanStatus.SUBMITTED)
                .hasSize(1);
    }

    @Test
    void a_visit_nobody_had_planned_waits_for_the_signature_and_two_owners_answered_by_link() {
        assertThat(allVisits())
                .filteredOn(v -> v.planNo() == null)
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.projectCode()).isEqualTo("NJ-2019-002");
                    assertThat(v.stage()).isEqualTo(VisitStage.SIGNING);
                    assertThat(v.course().recordNo()).isNotBlank();
                    assertThat(v.inWarranty()).isFalse();
                });
        assertThat(allVisits().stream()
                        .flatMap(v -> surveys.ofDossier(v.visitNo()).stream())
                        .filter(s -> s.status() == SurveyStatus.ANSWERED))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.answered().source()).isEqualTo(SurveySource.LINK));
    }

    // The other rooms: something in every stage a person looks for, and something late.

    @Test
    void questions_are_settled_answered_and_late() {
        Instant now = progress.read().orElseThrow().asOf();
        List<Consultation> all = asAdmin(
                        () -> consultations.list(new Consultations.Filter(null, null, null, null, null), 0, 100))
                .rows();
        assertThat(all).extracting(Consultation::stage).containsExactlyInAnyOrder(ConsultationStage.values());
        assertThat(all)
                .filteredOn(c -> c.stage() == ConsultationStage.ASKED)
                .allSatisfy(c -> assertThat(c.dueAt()).isBefore(now));
    }

    @Test
    void projects_are_handed_over_and_their_owners_trained() {
        Instant now = progress.read().orElseThrow().asOf();
        List<Training> all = asAdmin(() -> trainings.list(null, null, 0, 100)).rows();
        assertThat(all)
                .extracting(Training::stage)
                .containsExactlyInAnyOrder(TrainingStage.ARCHIVED, TrainingStage.ASSESSING, TrainingStage.PREPARING);
        assertThat(all)
                .filteredOn(t -> t.stage() == TrainingStage.PREPARING)
                .allSatisfy(t -> assertThat(t.dueAt()).isBefore(now));
        assertThat(openTasks("督办培训")).hasSize(1);
        assertThat(openTasks("移交工程档案")).hasSize(1);
        assertThat(openTasks("指定两名过保管理人员")).hasSize(2);
        assertThat(openTasks("督办指定过保管理人员")).hasSize(1);
    }

    @Test
    void quality_information_is_closed_carried_out_and_late() {
        assertThat(asAdmin(() -> items.page(null, null, QualitySource.CONTACT, null, 0, 100))
                        .lines())
                .extracting(line -> line.item().state())
                .containsExactlyInAnyOrder(QualityState.CLOSED, QualityState.CARRYING_OUT, QualityState.CLASSIFYING);
        assertThat(tasks.createTaskQuery().processDefinitionKey("quality-clock").count())
                .isPositive();
    }

    @Test
    void checks_and_reports_stand_in_every_stage() {
        InspectionOverview.Filter any = new InspectionOverview.Filter(null, null, 0, 100);
        List<SpotCheck> checks = asAdmin(() -> inspections.checks(any, null)).rows();
        assertThat(checks)
                .extracting(SpotCheck::stage)
                .containsExactlyInAnyOrder(
                        CheckStage.CLOSED,
                        CheckStage.CLOSED,
                        CheckStage.RECTIFYING,
                        CheckStage.ORDERED,
                        CheckStage.ORDERED,
                        CheckStage.ORDERED);
        assertThat(openTasks("督办检查")).hasSize(1);
        assertThat(openTasks("督办整改")).hasSize(1);
        assertThat(asAdmin(() -> inspections.reports(any, null)).rows())
                .extracting(RectificationReport::status)
                .containsExactlyInAnyOrder(ReportStatus.ARCHIVED, ReportStatus.CONFIRMING);
        assertThat(openTasks("督办整改情况报送")).hasSize(1);
    }

    @Test
    void the_survey_of_the_year_is_under_way() {
        int year = asAdmin(years::all).get(0).year();
        assertThat(asAdmin(() -> years.page(year, null, null, 0, 100)).questionnaires())
                .extracting(q -> q.status())
                .contains(SurveyStatus.DECLINED, SurveyStatus.OPEN)
                .filteredOn(status -> status == SurveyStatus.ANSWERED)
                .hasSize(3);
    }

    @Test
    void every_list_shows_something() {
        Pages pages = new Pages(web);
        assertThat(pages.of("admin", "/consultations")).contains("ZX-");
        assertThat(pages.of("admin", "/training")).contains("PX-");
        assertThat(pages.of("admin", "/quality")).contains("ZL-");
        assertThat(pages.of("admin", "/inspections")).contains("CC-");
        assertThat(pages.of("admin", "/inspections?list=reports")).contains("ZGBS-");
        assertThat(pages.of("admin", "/year-surveys")).contains("MYD-");
        assertThat(pages.of("admin", "/projects/SZ-2021-004/team")).contains("/handovers/JF-");
    }

    private int scenes() {
        return rooms.stream().mapToInt(room -> room.scenes().size()).sum();
    }

    private List<RevisitPlan> allPlans() {
        return asAdmin(() -> plans.plans(0, 100)).rows();
    }

    private List<Visit> allVisits() {
        return asAdmin(() -> plans.visits(null, false, 0, 500)).rows();
    }

    private List<String> openTasks(String name) {
        return tasks.createTaskQuery().taskName(name).list().stream()
                .map(t -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(t.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .toList();
    }

    @Test
    void a_start_after_a_crash_goes_on_and_makes_nothing_twice() {
        List<RepairCase> before = allCases();
        List<Visit> visitsBefore = allVisits();
        List<RevisitPlan> plansBefore = allPlans();
        progress.write(
                progress.read().orElseThrow().with(progress.read().orElseThrow().done() - scenes() - 1));

        demo.start();

        assertThat(allCases()).isEqualTo(before);
        assertThat(allVisits()).isEqualTo(visitsBefore);
        assertThat(allPlans()).isEqualTo(plansBefore);
        assertThat(progress.read().orElseThrow().complete()).isTrue();
    }

    private List<RepairCase> allCases() {
        return asAdmin(() -> cases.list(ALL, 0, 200).cases());
    }

    private <T> T asAdmin(Supplier<T> action) {
        return people.as("admin", action);
    }
}
