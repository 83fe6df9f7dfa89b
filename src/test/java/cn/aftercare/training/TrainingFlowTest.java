package cn.aftercare.training;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.project.ProjectHandedOver;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.repair.Walk;
import cn.aftercare.story.StoryEvent;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.DecisionTable;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.testing.Steps;
import cn.aftercare.training.app.TrainerQualifications;
import cn.aftercare.training.app.TrainingStory;
import cn.aftercare.training.app.Trainings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every way the training of an owner's staff can take. */
@EngineTest
@Import({Walk.class, Steps.class})
@CoversModels("owner-training")
class TrainingFlowTest {

    private static final String PROJECT = "PX-P1";
    private static final String PMD = "nanjing-pmd";
    private static final String TRAINER = "hq-trainer";

    @Autowired
    List<OpenMatters> openMatters;

    @Autowired
    Trainings trainings;

    @Autowired
    TrainerQualifications qualifications;

    @Autowired
    TrainingStory story;

    @Autowired
    AttachmentService attachments;

    @Autowired
    RecordArchive records;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aProjectAndATrainer() {
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project(PROJECT, "nanjing", LocalDate.parse("2023-10-15"));
        qualify(TrainingSubject.GENERAL, "2026-06-01");
    }

    @AfterEach
    void clear() {
        walk.clear();
        for (String table : List.of(
                "training_event",
                "training_score",
                "training_attendee",
                "training_course",
                "training_round",
                "training",
                "trainer_qualification")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void a_training_goes_from_its_materials_to_the_archived_record() throws Exception {
        String number = started();
        assertThat(number).startsWith("PX-2026-");
        assertThat(steps.open(number)).containsExactly("编制手册与讲义");
        prepare(number);
        name(number, "2026-05-22");
        assertThat(steps.task(number, "授课").getAssignee()).isEqualTo(TRAINER);
        assertThat(steps.due(number, "授课")).isEqualTo(at("2026-05-23T00:00:00+08:00"));
        EngineTime.set("2026-05-22T17:00:00+08:00");
        hold(number, "2026-05-22", attendee("张三", "工程主管"), attendee("李四", "电工"));
        steps.complete(TRAINER, number, "考核", results(result(1, 60), result(2, 100)));
        assertThat(trainings.attendees(number)).extracting(Attendee::state).containsOnly(Attendee.State.PASSED);
        sign(number, "2026-05-22");
        steps.job(number);

        Training archived = trainings.of(number);
        assertThat(archived.stage()).isEqualTo(TrainingStage.ARCHIVED);
        assertThat(archived.recordNo()).startsWith("PXJL-2026-");
        assertThat(steps.running(number)).isFalse();

        String path = "/training/" + number;
        Pages pages = new Pages(web);
        assertThat(pages.of("nanjing-pmd", path)).contains(path + "/history");
        assertThat(pages.of("nanjing-pmd", path + "/history")).contains("业主培训", "确定教员", "人工办理 · 已完成");
        assertThat(pages.status("suzhou-pmd", path + "/history")).isEqualTo(404);
        byte[] word = steps.as(PMD, () -> records.content(archived.recordNo()));
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(text.getText())
                    .contains(
                            "培训记录",
                            number,
                            "免费",
                            "手册V1",
                            "讲义V2",
                            "JY-GENERAL",
                            "张三",
                            "电工",
                            "第1轮60分",
                            "合格",
                            "周敏 2026-05-22",
                            "2.5小时");
        }
        assertThat(titles(number)).containsExactly("发起培训", "编制资料", "确定教员", "登记授课", "考核合格", "业主签认", "归档");
        assertThat(open()).doesNotContain(number);
    }

    /** What keeps the project from being closed. */
    private List<String> open() {
        return openMatters.stream().flatMap(room -> room.open(PROJECT).stream()).toList();
    }

    @Test
    void the_hand_over_of_a_project_begins_one_training_and_no_second() {
        events.publishEvent(new ProjectHandedOver(PROJECT, "JF-2026-000001", "nanjing", LocalDate.parse("2026-03-01")));
        events.publishEvent(new ProjectHandedOver(PROJECT, "JF-2026-000001", "nanjing", LocalDate.parse("2026-03-01")));
        List<Training> begun =
                steps.as(PMD, () -> trainings.list("nanjing", null, 0, 10)).rows();
        assertThat(begun).hasSize(1);
        Training t = begun.get(0);
        assertThat(open()).contains(t.number());
        assertThat(t.subject()).isEqualTo(TrainingSubject.GENERAL);
        assertThat(t.occasion()).isEqualTo("工程移交");
        assertThat(t.dueAt()).isEqualTo(at("2026-06-20T00:00:00+08:00"));
        assertThat(steps.open(t.number())).containsExactly("编制手册与讲义");
        // A hand-over does not stand in the way of a training somebody asks for.
        assertThat(started()).isNotEqualTo(t.number());
    }

    @Test
    void who_fails_repeats_with_a_new_trainers_day_and_every_round_is_kept() {
        String number = started();
        prepare(number);
        name(number, "2026-05-20");
        hold(number, "2026-05-20", attendee("张三", "工程主管"), attendee("李四", "电工"), attendee("王五", "保安"));
        steps.complete(TRAINER, number, "考核", results(result(1, 80), result(2, 59), result(3, 0)));
        assertThat(steps.open(number)).containsExactly("确定教员");
        assertThat(trainings.outstanding(number)).extracting(Attendee::name).containsExactly("李四", "王五");

        name(number, "2026-05-20");
        hold(number, "2026-05-20", attendee("赵六", "电工"));
        wrongResults(number, results(result(1, 90)), "考核结果第1行人员:不是待考核的人员,或登记了两次");
        steps.complete(
                PMD, number, "考核", results(result(2, 59), Map.of("attendee", "3", "withdrawn", "离职"), result(4, 60)));
        name(number, "2026-05-20");
        hold(number, "2026-05-20");
        steps.complete(TRAINER, number, "考核", results(result(2, 60)));

        assertThat(steps.open(number)).containsExactly("业主签认");
        assertThat(trainings.attendees(number))
                .extracting(a -> a.name() + " " + a.state())
                .containsExactly("张三 PASSED", "李四 PASSED", "王五 WITHDRAWN", "赵六 PASSED");
        assertThat(trainings.rounds(number)).extracting(TrainingRound::roundNo).containsExactly(1, 2, 3);
        assertThat(trainings.scores(number))
                .extracting(s -> s.roundNo() + "/" + s.attendee() + " " + s.score() + " " + s.passed())
                .containsExactly(
                        "1/1 80 true",
                        "1/2 59 false",
                        "1/3 0 false",
                        "2/2 59 false",
                        "2/3 null false",
                        "2/4 60 true",
                        "3/2 60 true");
    }

    @Test
    void a_trainer_without_a_valid_qualification_on_the_day_is_refused() {
        String number = started("ELECTRICAL");
        prepare(number);
        // Valid through 1 June, that day included; general covers electrical.
        wrongTrainer(number, "2026-06-02", "教员:" + trainerName() + "在2026-06-02没有有效的“电气”授课资质,请另选教员或先更新资质");
        jdbc.sql("delete from trainer_qualification").update();
        wrongTrainer(number, "2026-06-01", "教员:" + trainerName() + "在2026-06-01没有有效的“电气”授课资质,请另选教员或先更新资质");
        qualify(TrainingSubject.HVAC, "2030-01-01");
        wrongTrainer(number, "2026-06-01", "教员:" + trainerName() + "在2026-06-01没有有效的“电气”授课资质,请另选教员或先更新资质");
        assertThat(trainings.rounds(number)).isEmpty();
        qualify(TrainingSubject.ELECTRICAL, "2026-06-01");
        name(number, "2026-06-01");
        assertThat(trainings.rounds(number))
                .extracting(TrainingRound::certificateNo)
                .containsExactly("JY-ELECTRICAL");
        // The courses took place later than planned, when it had run out.
        EngineTime.set("2026-06-02T18:00:00+08:00");
        assertThatThrownBy(() -> hold(number, "2026-06-02", attendee("张三", "电工")))
                .hasMessage("教员:" + trainerName() + "在2026-06-02没有有效的“电气”授课资质,请另选教员或先更新资质");
        assertThat(trainings.courses(number)).isEmpty();
        hold(number, "2026-06-01", attendee("张三", "电工"));
    }

    @Test
    void qualifications_are_kept_by_headquarters() {
        assertThatThrownBy(() -> save(PMD, TRAINER, TrainingSubject.HVAC, "A1", "2030-01-01"))
                .hasMessage("只有总部项目管理部和系统管理员可以维护教员资质");
        assertThatThrownBy(() -> save("hq-pmd", PMD, TrainingSubject.HVAC, "A1", "2030-01-01"))
                .hasMessage("教员:请从授课教员中选择");
        assertThatThrownBy(() -> save("admin", TRAINER, null, " ", "2030-01-01"))
                .hasMessageContaining("科目:请选择")
                .hasMessageContaining("证书编号:必填");
        save("admin", TRAINER, TrainingSubject.HVAC, "A1", "2027-01-01");
        // The same certificate again renews it.
        save("hq-pmd", TRAINER, TrainingSubject.HVAC, "A1", "2030-01-01");
        List<Qualification> kept = qualifications.all().stream()
                .filter(q -> q.subject() == TrainingSubject.HVAC)
                .toList();
        assertThat(kept).extracting(Qualification::validUntil).containsExactly(LocalDate.parse("2030-01-01"));
        assertThatThrownBy(() -> remove(PMD, kept.get(0).id())).hasMessage("只有总部项目管理部和系统管理员可以维护教员资质");
        remove("hq-pmd", kept.get(0).id());
        assertThat(qualifications.all()).hasSize(1);
    }

    @Test
    void a_training_is_reminded_of_told_late_and_supervised() {
        String number = started();
        // Three quarters of 30 days and 15 hours.
        assertThat(steps.dues(number))
                .containsExactly(at("2026-06-12T08:15:00+08:00"), at("2026-06-20T00:00:00+08:00"));
        steps.fires(number, "2026-06-12T08:15:00+08:00");
        assertThat(told(number, "提醒")).isEqualTo("已告知 南京分公司 项目管理部、总部 授课教员");
        steps.fires(number, "2026-06-20T00:00:00+08:00");
        assertThat(told(number, "逾期督办")).isEqualTo("已告知 南京分公司 项目管理部经理");
        assertThat(trainings.of(number).lateAt(at("2026-06-19T23:59:59+08:00"))).isFalse();
        assertThat(trainings.of(number).lateAt(at("2026-06-20T00:00:00+08:00"))).isTrue();
        assertThat(steps.open(number)).containsExactly("督办培训", "编制手册与讲义");
        assertThatThrownBy(() -> steps.complete("admin", number, "督办培训", Map.of("supervision", "催")))
                .hasMessage("只有工程所属单位的项目管理部经理可以督办");
        assertThatThrownBy(() -> steps.complete("nanjing-pmd-manager", number, "督办培训", Map.of("supervision", " ")))
                .hasMessage("督办措施:必填");
        steps.complete("nanjing-pmd-manager", number, "督办培训", Map.of("supervision", "本周完成"));
        assertThat(told(number, "督办")).isEqualTo("本周完成");
    }

    @Test
    void bad_input_leaves_no_trace_and_names_the_field() {
        refused(Map.of("projectCode", "PX-NONE", "subject", "GENERAL", "occasion", "x"), "工程:没有编号为“PX-NONE”的工程");
        refused(Map.of("projectCode", PROJECT, "subject", "MAGIC", "occasion", "x"), "培训科目:不在可选范围内");
        refused(Map.of("projectCode", PROJECT, "subject", "GENERAL", "occasion", " "), "发起原因:必填");
        jdbc.sql("update project set closed_on = accepted_on where code = ?")
                .param(PROJECT)
                .update();
        refused(Map.of("projectCode", PROJECT, "subject", "GENERAL", "occasion", "x"), "工程:" + PROJECT + "已关闭");
        walk.project(PROJECT, "nanjing", LocalDate.parse("2023-10-15"));
        assertThat(jdbc.sql("select count(*) from training").query(Long.class).single())
                .isZero();

        String number = started();
        Map<String, Object> versions = Map.of("manualVersion", "手册V1", "outlineVersion", "讲义V2");
        wrong(number, "编制手册与讲义", Map.of("manualVersion", "", "outlineVersion", "V"), "操作和维修保养手册版本:必填");
        wrong(number, "编制手册与讲义", versions, "操作和维修保养手册:尚未上传,请先在培训页面上传");
        upload(number, AttachmentPurpose.MANUAL);
        wrong(number, "编制手册与讲义", versions, "培训大纲和讲义:尚未上传,请先在培训页面上传");
        prepare(number);
        wrongTrainer(number, "2026-05-19", "授课日期:不能早于今天");
        wrong(number, "确定教员", trainer("nanjing-pmd", "2026-05-20"), "教员:不在可选范围内");
        name(number, "2026-05-20");
        assertThatThrownBy(() -> hold(number, "2026-05-21", attendee("张三", "电工")))
                .hasMessage("课程第1行上课日期:应在发起培训之日至今天之间");
        assertThatThrownBy(() -> hold(number, "2026-05-19", attendee("张三", "电工")))
                .hasMessage("课程第1行上课日期:应在发起培训之日至今天之间");
        assertThatThrownBy(() -> hold(number, "2026-05-20")).hasMessage("参加人员:请至少登记一人");
        assertThatThrownBy(() -> hold(number, "2026-05-20", attendee("张三", ""))).hasMessage("参加人员第1行岗位:必填");
        wrong(number, "授课", Map.of("content", "x", "attendees", list(attendee("张三", "电工"))), "课程:请至少登记一次");
        assertThat(trainings.attendees(number)).isEmpty();
        hold(number, "2026-05-20", attendee("张三", "工程主管"), attendee("李四", "电工"));
        wrongResults(number, results(result(1, 80)), "考核结果:还缺李四");
        wrongResults(number, results(result(1, 80), result(1, 80)), "考核结果第2行人员:不是待考核的人员,或登记了两次");
        wrongResults(number, results(result(1, 101), result(2, 80)), "考核结果第1行分数:不能大于100");
        wrongResults(number, results(Map.of("attendee", "1"), result(2, 80)), "考核结果第1行:分数和不再参加的原因,应填写其中一项");
        wrongResults(
                number,
                results(Map.of("attendee", "1", "score", 80, "withdrawn", "离职"), result(2, 80)),
                "考核结果第1行:分数和不再参加的原因,应填写其中一项");
        wrongResults(number, results(Map.of("attendee", "1", "score", 80.5), result(2, 80)), "考核结果:分数应为整数");
        assertThat(trainings.scores(number)).isEmpty();
        steps.complete(TRAINER, number, "考核", results(result(1, 80), result(2, 80)));
        wrong(number, "业主签认", Map.of("signedBy", "周敏", "signedOn", "2026-05-21"), "签认日期:应在最后一次上课之日至今天之间");
        wrong(number, "业主签认", Map.of("signedBy", "周敏", "signedOn", "2026-05-19"), "签认日期:应在最后一次上课之日至今天之间");
        wrong(number, "业主签认", Map.of("signedBy", "周敏", "signedOn", "2026-05-20"), "签字扫描件:尚未上传,请先在培训页面上传");
        assertThat(trainings.of(number).stage()).isEqualTo(TrainingStage.SIGNING);
    }

    @Test
    void the_units_department_and_the_trainers_of_headquarters_work_on_it_and_nobody_else() {
        assertThatThrownBy(() -> steps.start("suzhou-pmd", "owner-training", start("GENERAL")))
                .hasMessage("工程:没有编号为“" + PROJECT + "”的工程");
        assertThatThrownBy(() -> steps.start("hq-pmd", "owner-training", start("GENERAL")))
                .hasMessage("只有工程所属单位的项目管理部、总部授课教员可以发起业主培训");
        assertThatThrownBy(() -> steps.start("nanjing-engineer", "owner-training", start("GENERAL")))
                .isInstanceOf(AuthorizationException.class);
        String number = steps.start(TRAINER, "owner-training", start("GENERAL"));
        Map<String, Object> versions = Map.of("manualVersion", "V1", "outlineVersion", "V1");
        assertThatThrownBy(() -> steps.complete("admin", number, "编制手册与讲义", versions))
                .hasMessage("只有工程所属单位的项目管理部、总部授课教员可以办理业主培训");
        assertThatThrownBy(() -> steps.complete("suzhou-pmd", number, "编制手册与讲义", versions))
                .isInstanceOf(RuntimeException.class);
        prepare(number);
        name(number, "2026-05-20");
        hold(number, "2026-05-20", attendee("张三", "电工"));
        assertThatThrownBy(() -> steps.complete("admin", number, "考核", results(result(1, 80))))
                .hasMessage("只有工程所属单位的项目管理部、总部授课教员可以办理业主培训");
        steps.complete(TRAINER, number, "考核", results(result(1, 80)));
        // The owner's signature is the unit's business.
        assertThatThrownBy(() ->
                        steps.complete(TRAINER, number, "业主签认", Map.of("signedBy", "周敏", "signedOn", "2026-05-20")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() ->
                        steps.complete("admin", number, "业主签认", Map.of("signedBy", "周敏", "signedOn", "2026-05-20")))
                .hasMessage("只有工程所属单位的项目管理部可以登记业主签认");
    }

    @Test
    void every_subject_has_its_numbers() {
        DecisionTable policy = new DecisionTable("training/training-policy");
        for (TrainingSubject subject : TrainingSubject.values()) {
            assertThat(policy.rows(Map.of("subject", subject.name())))
                    .containsExactly(Map.of("days", 30, "remindPercent", 75, "passMark", 60));
        }
        assertThat(policy.unmatched()).isEmpty();
    }

    private String started() {
        return started("GENERAL");
    }

    private String started(String subject) {
        return steps.start(PMD, "owner-training", start(subject));
    }

    private static Map<String, Object> start(String subject) {
        return Map.of("projectCode", PROJECT, "subject", subject, "occasion", "更换物业公司");
    }

    private void prepare(String number) {
        upload(number, AttachmentPurpose.MANUAL);
        upload(number, AttachmentPurpose.HANDOUT);
        steps.complete(PMD, number, "编制手册与讲义", Map.of("manualVersion", "手册V1", "outlineVersion", "讲义V2"));
    }

    private void upload(String number, AttachmentPurpose purpose) {
        steps.as(
                TRAINER, () -> attachments.upload(number, purpose, purpose + ".jpg", SampleFiles.jpeg(purpose.name())));
    }

    private void name(String number, String day) {
        steps.complete(PMD, number, "确定教员", trainer(TRAINER, day));
    }

    private static Map<String, Object> trainer(String person, String day) {
        return Map.of("trainer", person, "plannedOn", day, "place", "物业会议室");
    }

    @SafeVarargs
    private void hold(String number, String day, Map<String, Object>... attendees) {
        steps.complete(
                TRAINER,
                number,
                "授课",
                Map.of(
                        "courses",
                        list(Map.of("heldOn", day, "place", "物业会议室", "hours", 2.5)),
                        "content",
                        "各系统的操作与保养",
                        "attendees",
                        list(attendees)));
    }

    private void sign(String number, String day) {
        upload(number, AttachmentPurpose.SIGNED_SCAN);
        steps.complete(PMD, number, "业主签认", Map.of("signedBy", "周敏", "signedOn", day));
    }

    private static Map<String, Object> attendee(String name, String position) {
        return Map.of("name", name, "position", position);
    }

    private static Map<String, Object> result(int attendee, int score) {
        return Map.of("attendee", String.valueOf(attendee), "score", score);
    }

    @SafeVarargs
    private static Map<String, Object> results(Map<String, Object>... rows) {
        return new HashMap<>(Map.of("results", list(rows)));
    }

    @SafeVarargs
    private static Object list(Map<String, Object>... rows) {
        try {
            return Spin.JSON(new ObjectMapper().writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void qualify(TrainingSubject subject, String until) {
        save("hq-pmd", TRAINER, subject, "JY-" + subject, until);
    }

    private void save(String keeper, String person, TrainingSubject subject, String certificate, String until) {
        steps.as(keeper, () -> {
            qualifications.save(person, subject, certificate, LocalDate.parse(until));
            return null;
        });
    }

    private void remove(String keeper, long id) {
        steps.as(keeper, () -> {
            qualifications.remove(id);
            return null;
        });
    }

    private String trainerName() {
        return qualifications.trainers().get(0).displayName();
    }

    private void refused(Map<String, Object> fields, String message) {
        assertThatThrownBy(() -> steps.start(PMD, "owner-training", fields)).hasMessage(message);
    }

    private void wrong(String number, String task, Map<String, Object> fields, String message) {
        String person = steps.task(number, task).getAssignee();
        assertThatThrownBy(() -> steps.complete(person == null ? PMD : person, number, task, fields))
                .hasMessage(message);
    }

    private void wrongTrainer(String number, String day, String message) {
        wrong(number, "确定教员", trainer(TRAINER, day), message);
    }

    private void wrongResults(String number, Map<String, Object> fields, String message) {
        wrong(number, "考核", fields, message);
    }

    private List<String> titles(String number) {
        return story.of(number).stream().map(StoryEvent::title).toList();
    }

    private String told(String number, String title) {
        return story.of(number).stream()
                .filter(e -> e.title().equals(title))
                .findFirst()
                .orElseThrow()
                .detail();
    }
}
