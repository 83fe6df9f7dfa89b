package cn.aftercare.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.handover.HandoverList;
import cn.aftercare.handover.TeamPeriod;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.ProjectClosing;
import cn.aftercare.handover.app.ProjectTeam;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.revisit.OwnRevisits;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.app.DueVisits;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.app.Surveys;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Steps;
import cn.aftercare.training.TrainingSubject;
import cn.aftercare.training.app.TrainerQualifications;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * One project from its acceptance on Monday 2024-03-04 to its end. Decoration and electrical work have two years, so the
 * warranty ends on Wednesday 2026-03-04; the owner is visited on 2024-09-04, 2025-03-04, 2025-09-04 and 2026-03-04, and a
 * year later.
 */
@EngineTest
@Import({Walk.class, Steps.class, OwnRevisits.class})
class ProjectLifeTest {

    private static final String PROJECT = "LIFE-1";
    private static final String PMD = "nanjing-pmd";
    private static final String PMD_MANAGER = "nanjing-pmd-manager";
    private static final String TRAINER = "hq-trainer";
    private static final String QUALITY = "hq-quality";

    @Autowired
    ProjectService projects;

    @Autowired
    ProjectFile file;

    @Autowired
    ProjectTeam team;

    @Autowired
    ProjectClosing closing;

    @Autowired
    DueVisits dues;

    @Autowired
    Visits visits;

    @Autowired
    RepairCases cases;

    @Autowired
    Surveys surveys;

    @Autowired
    YearSurveyOverview years;

    @Autowired
    TrainerQualifications qualifications;

    @Autowired
    AttachmentService attachments;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    OwnRevisits own;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onlyOurs() {
        clear();
        EngineTime.set("2024-03-05T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
        own.clear();
        for (String table : List.of(
                "year_survey",
                "training_event",
                "training_score",
                "training_attendee",
                "training_course",
                "training_round",
                "training",
                "trainer_qualification",
                "consultation")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void a_project_from_its_acceptance_to_its_complete_file() throws Exception {
        walk.project(PROJECT, "nanjing", LocalDate.parse("2024-03-01"));
        String handover = handedOver();
        String training = trained();

        // Half a year later: what the visit finds is repaired, and comes back onto its record.
        String first = planned("2024-06-01", "2024H2");
        held(first, "2024-09-04", List.of(crack()));
        String found = visits.defects(first).get(0).caseNo();
        assertThatThrownBy(this::close)
                .hasMessageStartingWith("工程不能关闭,尚有未办结事项:")
                .hasMessageContaining(first)
                .hasMessageContaining(found);
        repaired(walk.ofCase(found), "2024-09-05T09:00:00+08:00");
        assertThat(cases.of(found).chargeBasis()).isEqualTo(ChargeBasis.FREE);
        ended(first, "2024-09-06", PMD);
        surveyed(2024);

        String second = planned("2024-12-01", "2025H1");
        held(second, "2025-03-04", List.of());
        ended(second, "2025-03-04", PMD);
        String question = consulted();
        String third = planned("2025-06-01", "2025H2");
        Walk.Repair reported = reported("2025-07-01T09:00:00+08:00", "2层会议室");
        repaired(reported, "2025-07-01T10:00:00+08:00");
        assertThat(reported.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
        held(third, "2025-09-04", List.of());
        ended(third, "2025-09-04", PMD);
        surveyed(2025);

        // The last day of the warranty, and the day after.
        String last = planned("2025-12-01", "2026H1");
        postWarrantyManagers(handover);
        held(last, "2026-03-04", List.of());
        ended(last, "2026-03-04", PMD);
        Walk.Repair onTheLastDay = reported("2026-03-04T23:50:00+08:00", "1层大堂");
        repaired(onTheLastDay, "2026-03-05T09:00:00+08:00");
        assertThat(onTheLastDay.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
        Walk.Repair expired = reported("2026-03-05T00:05:00+08:00", "4层走廊");
        repairedForMaterial(expired, "2026-03-05T09:00:00+08:00");

        String afterwards = planned("2026-12-01", "2027H1");
        held(afterwards, "2027-03-04", List.of());
        ended(afterwards, "2027-03-05", "nanjing-marketing");
        assertThat(dues.unplanned(LocalDate.parse("2028-12-31")))
                .extracting(u -> u.due().day() + " " + u.due().inWarranty())
                .containsExactly("2028-03-04 false");
        close();
        assertThat(dues.unplanned(LocalDate.parse("2028-12-31"))).isEmpty();

        complete(List.of(
                training,
                first,
                found,
                second,
                question,
                reported.caseNo(),
                third,
                last,
                onTheLastDay.caseNo(),
                expired.caseNo(),
                afterwards));
    }

    // 交付与培训

    private String handedOver() {
        String no = steps.start(PMD, "project-handover", Map.of("projectCode", PROJECT, "acceptedOn", "2024-03-04"));
        for (HandoverList list : HandoverList.values()) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("items", Walk.list(list.items().toArray(String[]::new)));
            fields.put("doneOn", "2024-03-05");
            fields.put("responsible", "李建国");
            if (list == HandoverList.ARCHIVE) {
                fields.put("receiver", "周敏");
            }
            steps.complete(PMD, no, list == HandoverList.ARCHIVE ? "移交工程档案" : "清理施工现场", fields);
        }
        Map<String, Object> warranty = new HashMap<>();
        warranty.put("warrantyItems", "装修;电气");
        warranty.put("managerId", "nanjing-warranty-manager");
        warranty.put("substituteReason", "原项目经理另有任用");
        warranty.put("engineerId", "nanjing-engineer");
        warranty.put("technicians", "赵师傅\n钱师傅\n孙师傅\n李师傅\n周师傅\n吴师傅");
        warranty.put("machines", "切割机 1 石材切割\n电焊机 1 焊接");
        steps.complete(PMD, no, "建立保修档案", warranty);
        EngineTime.advance(Duration.ofMinutes(1));
        steps.job(no);
        Project filed = projects.find(PROJECT).orElseThrow();
        assertThat(filed.team().warnings()).isEmpty();
        assertThat(dues.unplanned(LocalDate.parse("2027-12-31")))
                .extracting(u -> u.due().day() + " " + u.due().inWarranty())
                .containsExactly(
                        "2024-09-04 true", "2025-03-04 true", "2025-09-04 true", "2026-03-04 true", "2027-03-04 false");
        return no;
    }

    private String trained() throws IOException {
        steps.as("hq-pmd", () -> {
            qualifications.save(TRAINER, TrainingSubject.GENERAL, "JY-1", LocalDate.parse("2025-01-01"));
            return null;
        });
        String no = jdbc.sql("select training_no from training where project_code = ?")
                .param(PROJECT)
                .query(String.class)
                .single();
        EngineTime.set("2024-03-20T17:00:00+08:00");
        upload(TRAINER, no, AttachmentPurpose.MANUAL);
        upload(TRAINER, no, AttachmentPurpose.HANDOUT);
        steps.complete(PMD, no, "编制手册与讲义", Map.of("manualVersion", "手册V1", "outlineVersion", "讲义V1"));
        steps.complete(PMD, no, "确定教员", Map.of("trainer", TRAINER, "plannedOn", "2024-03-20", "place", "物业会议室"));
        steps.complete(
                TRAINER,
                no,
                "授课",
                Map.of(
                        "courses",
                        json(List.of(Map.of("heldOn", "2024-03-20", "place", "物业会议室", "hours", 2.5))),
                        "content",
                        "各系统的操作与保养",
                        "attendees",
                        json(List.of(Map.of("name", "张三", "position", "工程主管")))));
        steps.complete(TRAINER, no, "考核", Map.of("results", json(List.of(Map.of("attendee", "1", "score", 90)))));
        upload(PMD, no, AttachmentPurpose.SIGNED_SCAN);
        steps.complete(PMD, no, "业主签认", Map.of("signedBy", "周敏", "signedOn", "2024-03-20"));
        steps.job(no);
        assertThat(steps.running(no)).isFalse();
        return no;
    }

    private void upload(String person, String dossier, AttachmentPurpose purpose) {
        steps.as(
                person,
                () -> attachments.upload(dossier, purpose, purpose + ".jpg", SampleFiles.jpeg(dossier + purpose)));
    }

    // 回访

    /** Planned by the timer of the month, and approved. */
    private String planned(String day, String period) {
        EngineTime.set(day + "T02:00:00+08:00");
        steps.timer("revisit-planning");
        String plan = "HFJH-" + period + "-nanjing-1";
        steps.job(plan);
        steps.complete("nanjing-performance-officer", plan, "编制回访计划", Map.of());
        steps.complete(PMD_MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE"));
        steps.job(plan);
        assertThat(steps.running(plan)).isFalse();
        return jdbc.sql("select visit_no from revisit where plan_no = ?")
                .param(plan)
                .query(String.class)
                .single();
    }

    /** Begun a week before, held on the day it is due, and judged by the owner. */
    private void held(String no, String day, List<?> defects) {
        LocalDate due = LocalDate.parse(day);
        assertThat(visits.of(no).lastDay()).isEqualTo(due);
        steps.fires(no, due.minusDays(7) + "T00:00:00+08:00");
        EngineTime.set(day + "T15:00:00+08:00");
        Map<String, Object> fields = new HashMap<>();
        fields.put("outcome", "VISITED");
        fields.put("visitedAt", day + "T10:00");
        fields.put("channel", "ON_SITE");
        fields.put("responsible", "李建国");
        fields.put("interviewees", "物业部 经理 周敏");
        fields.put("situation", "使用情况良好");
        fields.put("defects", json(defects));
        fields.put("issues", json(List.of()));
        boolean inWarranty = due.getYear() < 2027;
        String visitor = inWarranty ? PMD : "nanjing-marketing";
        steps.complete(visitor, no, inWarranty ? "保修期内回访" : "保修期后回访", fields);
        String survey = surveys.ofDossier(no).orElseThrow().surveyNo();
        answered(visitor, survey);
    }

    private void answered(String asker, String survey) {
        surveys.answeredByLink(steps.as(asker, () -> surveys.newLink(survey)).token(), draft());
    }

    private void ended(String no, String day, String signer) {
        EngineTime.set(day + "T16:00:00+08:00");
        steps.complete(PMD, no, "核实处理结果", Map.of("verdict", "GOOD", "result", "处理完毕"));
        steps.job(no);
        steps.complete(signer, no, "业主签字归档", Map.of("signedBy", "周敏", "signedOn", day, "recordPlace", "3号柜"));
        assertThat(visits.of(no).stage()).isEqualTo(VisitStage.CLOSED);
    }

    private static Map<String, Object> crack() {
        return Map.of("category", "DECORATION", "location", "3层走廊", "description", "吊顶开裂", "measured", "缝宽2mm");
    }

    // 报修与咨询

    private Walk.Repair reported(String at, String location) {
        EngineTime.set(at);
        // Defects of one kind at other tests' projects would be quality information.
        jdbc.sql("delete from quality_defect").update();
        ReportDraft draft = Walk.at(PROJECT, walk.report(at));
        return walk.reported(new ReportDraft(
                draft.projectCode(),
                draft.receivedAt(),
                draft.channel(),
                draft.reporterName(),
                draft.reporterPhone(),
                draft.category(),
                location,
                draft.description(),
                false,
                false,
                false,
                null,
                null));
    }

    private void repaired(Walk.Repair repair, String at) {
        EngineTime.set(at);
        repair.surveyed(Map.of()).confirm(Map.of());
        done(repair);
    }

    private void repairedForMaterial(Walk.Repair repair, String at) {
        EngineTime.set(at);
        repair.surveyed(Map.of()).confirm(Map.of());
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.MATERIAL_ONLY);
        repair.quoteMaterial("860.00", true);
        done(repair);
        assertThat(repair.now().ownerPays().total()).isEqualTo(new BigDecimal("860.00"));
    }

    private void done(Walk.Repair repair) {
        repair.started(Map.of()).work().selfCheck(true).accept(true);
        repair.closed();
        RepairCase closed = repair.now();
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(steps.running(repair.caseNo())).isFalse();
    }

    private String consulted() {
        EngineTime.set("2025-05-20T10:00:00+08:00");
        String no = steps.start(
                "nanjing-after-sales",
                "technical-consultation",
                Map.of(
                        "projectCode",
                        PROJECT,
                        "kind",
                        "QUESTION",
                        "receivedAt",
                        "2025-05-20T10:00",
                        "channel",
                        "PHONE",
                        "askerName",
                        "周敏",
                        "askerPhone",
                        "13800000000",
                        "question",
                        "大堂石材怎样保养"));
        steps.complete("nanjing-engineer", no, "解答咨询", Map.of("outcome", "ANSWERED", "answer", "用中性清洁剂"));
        steps.complete(
                "nanjing-after-sales",
                no,
                "告知咨询人",
                Map.of("toldBy", "PHONE", "toldNote", "明白了", "toldAt", "2025-05-20T10:00"));
        return no;
    }

    // 年度满意度调查与过保

    private void surveyed(int year) {
        EngineTime.set(year + "-10-01T09:00:00+08:00");
        String no = steps.start(QUALITY, "satisfaction-survey", Map.of("unit", "hq"));
        steps.job(no);
        answered(
                PMD,
                steps.as(PMD, () -> years.page(year, null, null, 0, 9))
                        .questionnaires()
                        .get(0)
                        .surveyNo());
        walk.runDueJobsUntil(Steps.at(year + "-11-20T09:00:00+08:00"));
        steps.complete(QUALITY, no, "汇总分析调查结果", Map.of("conclusion", "总体满意"));
        assertThat(steps.running(no)).isFalse();
    }

    private void postWarrantyManagers(String handover) {
        steps.fires(handover, "2026-01-03T00:00:00+08:00");
        steps.complete(
                PMD_MANAGER,
                handover,
                "指定两名过保管理人员",
                Map.of("firstManager", "nanjing-post-warranty", "secondManager", "nanjing-marketing"));
        assertThat(steps.running(handover)).isFalse();
        assertThat(team.holder(projects.find(PROJECT).orElseThrow(), TeamRole.POST_WARRANTY_FIRST))
                .map(TeamPeriod::userId)
                .contains("nanjing-post-warranty");
    }

    private void close() {
        steps.as(PMD_MANAGER, () -> {
            closing.close(PROJECT, "业主委托其他单位维保");
            return null;
        });
    }

    private static SurveyDraft draft() {
        return new SurveyDraft(
                Arrays.stream(SurveyFactor.values()).collect(Collectors.toMap(f -> f, f -> "80")),
                null,
                "周敏",
                "13800000000",
                null,
                null);
    }

    private static Object json(List<?> rows) {
        try {
            return Spin.JSON(new ObjectMapper().writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // 保修业务档案

    /** Everything with these numbers stands in the file, in order, and each paper is in the archive. */
    private void complete(List<String> numbers) throws Exception {
        List<ProjectEntry> told = new ArrayList<>(steps.as(PMD, () -> file.entries(PROJECT)));
        assertThat(told)
                .isSortedAccordingTo(Comparator.comparing(ProjectEntry::at).reversed());
        assertThat(told)
                .extracting(ProjectEntry::kind)
                .contains(
                        EntryKind.HANDOVER,
                        EntryKind.TRAINING,
                        EntryKind.VISIT,
                        EntryKind.SURVEY,
                        EntryKind.REPAIR,
                        EntryKind.CONSULTATION,
                        EntryKind.TEAM,
                        EntryKind.CLOSING,
                        EntryKind.RECORD,
                        EntryKind.PICTURE);
        assertThat(told)
                .filteredOn(e -> e.kind() == EntryKind.HANDOVER)
                .extracting(ProjectEntry::title)
                .containsExactly("指定过保管理人员", "启动业主培训", "保修建档", "清理施工现场", "移交工程档案", "竣工验收");
        for (String no : numbers) {
            assertThat(told).as(no).anyMatch(e -> (e.title() + e.path()).contains(no));
        }
        Map<String, byte[]> papers = archive();
        long written = jdbc.sql("""
                        select (select count(*) from service_record where project_code = :project)
                            + (select count(*) from attachment where case_no in (:numbers))
                        """)
                .param("project", PROJECT)
                .param("numbers", numbers)
                .query(Long.class)
                .single();
        assertThat(papers).hasSize((int) written + 1);
        try (XSSFWorkbook contents = new XSSFWorkbook(new ByteArrayInputStream(papers.get("保修业务档案.xlsx")))) {
            XSSFSheet events = contents.getSheet("大事记");
            assertThat(events.getLastRowNum()).isEqualTo(told.size());
            assertThat(IntStream.rangeClosed(1, told.size())
                            .mapToObj(i -> events.getRow(i).getCell(4).getStringCellValue())
                            .filter(f -> !f.isEmpty()))
                    .containsExactlyInAnyOrderElementsOf(papers.keySet().stream()
                            .filter(n -> n.contains("/"))
                            .toList());
        }
    }

    private Map<String, byte[]> archive() throws Exception {
        byte[] zip = web.perform(get("/api/projects/" + PROJECT + "/file.zip").with(httpBasic(PMD, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, byte[]> papers = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                papers.put(entry.getName(), in.readAllBytes());
            }
        }
        return papers;
    }
}
