package cn.aftercare.consultation;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.DecisionTable;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.testing.Steps;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every way a question of the owner can take. */
@EngineTest
@Import({Walk.class, Steps.class})
@CoversModels("technical-consultation")
class ConsultationFlowTest {

    private static final String PROJECT = "ZX-P1";
    private static final String SPECIALIST = "nanjing-after-sales";
    private static final String ENGINEER = "nanjing-engineer";

    @Autowired
    List<OpenMatters> openMatters;

    @Autowired
    Consultations consultations;

    @Autowired
    RepairCases cases;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aProject() {
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project(PROJECT, "nanjing", LocalDate.parse("2023-10-15"));
    }

    @AfterEach
    void clear() {
        walk.clear();
        jdbc.sql("delete from consultation").update();
    }

    @Test
    void a_question_is_answered_by_the_projects_engineer_and_told_to_the_asker() {
        String number = steps.start(SPECIALIST, "technical-consultation", question());
        assertThat(number).startsWith("ZX-2026-");
        assertThat(open()).contains(number);
        Task task = steps.task(number, "解答咨询");
        assertThat(task.getAssignee()).isEqualTo(ENGINEER);
        assertThat(steps.due(number, "解答咨询")).isEqualTo(at("2026-05-21T09:00:00+08:00"));

        EngineTime.set("2026-05-20T10:00:30+08:00");
        steps.complete(ENGINEER, task, Map.of("outcome", "ANSWERED", "answer", "用中性清洁剂,勿用酸性清洁剂"));
        // A second answer comes too late.
        assertThatThrownBy(() -> steps.complete(ENGINEER, task, Map.of("outcome", "ANSWERED", "answer", "再答")))
                .isInstanceOf(RuntimeException.class);
        wrongTelling(number, told("2026-05-20T09:59"), "告知时间:不能早于解答");
        wrongTelling(number, told("2026-05-20T10:01"), "告知时间:不能晚于当前时间");
        wrongTelling(number, told(null), "告知日期:必填");
        wrongTelling(number, with(told("2026-05-20T10:00"), "toldBy", "REVISIT"), "告知方式:不在可选范围内");
        steps.complete(SPECIALIST, number, "告知咨询人", told("2026-05-20T10:00"));

        Consultation settled = consultations.of(number);
        assertThat(settled.stage()).isEqualTo(ConsultationStage.SETTLED);
        assertThat(settled.answer().text()).isEqualTo("用中性清洁剂,勿用酸性清洁剂");
        assertThat(settled.telling())
                .isEqualTo(new Telling(at("2026-05-20T10:00:30+08:00"), Channel.PHONE, SPECIALIST, "明白了"));
        assertThat(settled.caseNo()).isNull();
        assertThat(steps.running(number)).isFalse();

        String path = "/consultations/" + number;
        Pages pages = new Pages(web);
        assertThat(pages.of("nanjing-pmd", path)).contains(path + "/history");
        assertThat(pages.of("nanjing-pmd", path + "/history")).contains("技术咨询", "解答咨询", "人工办理 · 已完成");
        assertThat(pages.status("suzhou-pmd", path + "/history")).isEqualTo(404);
        assertThat(open()).doesNotContain(number);
    }

    /** What keeps the project from being closed. */
    private List<String> open() {
        return openMatters.stream().flatMap(room -> room.open(PROJECT).stream()).toList();
    }

    @Test
    void the_engineer_is_reminded_after_three_quarters_of_the_time_and_nobody_else() {
        String number = steps.start(SPECIALIST, "technical-consultation", question());
        assertThat(steps.dues(number)).containsExactly(at("2026-05-21T03:00:00+08:00"));
        steps.fires(number, "2026-05-21T03:00:00+08:00");
        assertThat(consultations.of(number).remindedAt()).isEqualTo(at("2026-05-21T03:00:00+08:00"));
        assertThat(consultations.of(number).lateAt(at("2026-05-21T08:59:59+08:00")))
                .isFalse();
        assertThat(consultations.of(number).lateAt(at("2026-05-21T09:00:00+08:00")))
                .isTrue();
        // A target: nothing else is waiting to happen.
        assertThat(steps.dues(number)).isEmpty();
        assertThat(steps.open(number)).containsExactly("解答咨询");
    }

    @Test
    void a_project_without_engineer_leaves_the_question_to_the_group() {
        jdbc.sql("update project set engineer_id = null where code = ?")
                .param(PROJECT)
                .update();
        String number = steps.start(SPECIALIST, "technical-consultation", with(question(), "kind", "GUIDANCE"));
        assertThat(steps.task(number, "解答咨询").getAssignee()).isNull();
        steps.fires(number, "2026-05-21T03:00:00+08:00");
        steps.complete(ENGINEER, number, "解答咨询", Map.of("outcome", "ANSWERED", "answer", "每季度检查一次地漏"));
        assertThat(consultations.of(number).question().kind()).isEqualTo(ConsultationKind.GUIDANCE);
    }

    @Test
    void what_is_a_repair_becomes_one_with_the_time_of_the_question() {
        String number = steps.start(
                SPECIALIST,
                "technical-consultation",
                with(
                        question(),
                        "receivedAt",
                        "2026-05-19T16:40",
                        "channel",
                        "EMAIL",
                        "question",
                        "吊顶有裂缝,要紧吗",
                        "lateEntryReason",
                        "下班后收到邮件"));
        assertThat(steps.due(number, "解答咨询")).isEqualTo(at("2026-05-20T16:40:00+08:00"));
        wrongAnswer(number, Map.of("outcome", "REPAIR", "answer", "需上门", "location", "3层走廊"), "类别:转报修时必填");
        wrongAnswer(number, Map.of("outcome", "REPAIR", "answer", "需上门", "category", "DECORATION"), "维修部位:转报修时必填");
        wrongAnswer(number, Map.of("outcome", "REPAIR", "answer", " "), "解答内容:必填");
        assertThat(consultations.of(number).stage()).isEqualTo(ConsultationStage.ASKED);

        steps.complete(
                ENGINEER,
                number,
                "解答咨询",
                Map.of(
                        "outcome",
                        "REPAIR",
                        "answer",
                        "需上门查看",
                        "category",
                        "DECORATION",
                        "location",
                        "3层走廊",
                        "publicArea",
                        true));
        String caseNo = consultations.of(number).caseNo();
        RepairCase repair = cases.of(caseNo);
        assertThat(repair.report().receivedAt()).isEqualTo(at("2026-05-19T16:40:00+08:00"));
        assertThat(repair.report().channel()).isEqualTo(Channel.EMAIL);
        assertThat(repair.report().reporterName()).isEqualTo("周敏");
        assertThat(repair.report().category()).isEqualTo(DefectCategory.DECORATION);
        assertThat(repair.report().description()).isEqualTo("吊顶有裂缝,要紧吗");
        assertThat(repair.report().publicArea()).isTrue();
        assertThat(repair.report().lateEntryReason()).isEqualTo("由技术咨询" + number + "转报修");
        assertThat(steps.open(caseNo)).contains("下达维修任务单");
        steps.complete(SPECIALIST, number, "告知咨询人", told("2026-05-20T09:00"));
        assertThat(steps.running(number)).isFalse();
    }

    @Test
    void bad_input_leaves_no_trace() {
        refused(with(question(), "projectCode", "ZX-NONE"), "工程:没有编号为“ZX-NONE”的工程");
        refused(with(question(), "projectCode", null), "工程:必填");
        refused(with(question(), "kind", "CHAT"), "类别:不在可选范围内");
        refused(with(question(), "channel", "COMPLAINT"), "咨询方式:不在可选范围内");
        refused(with(question(), "askerName", " "), "咨询人:必填");
        refused(with(question(), "askerPhone", "电话"), "联系电话:格式不正确");
        refused(with(question(), "question", ""), "咨询内容:必填");
        refused(with(question(), "question", "问".repeat(2001)), "咨询内容:不能超过2000个字");
        refused(with(question(), "receivedAt", "2026-05-20T09:01"), "接到时间:不能晚于当前时间");
        refused(with(question(), "receivedAt", "1999-12-31T23:59", "lateEntryReason", "补"), "接到时间:不能早于2000年");
        refused(with(question(), "receivedAt", "2026-05-20T08:29"), "补录原因:接到时间与录入时间相差超过30分钟,必须填写");
        assertThat(jdbc.sql("select count(*) from consultation")
                        .query(Long.class)
                        .single())
                .isZero();
        // Half an hour is not too late.
        steps.start(SPECIALIST, "technical-consultation", with(question(), "receivedAt", "2026-05-20T08:30"));
    }

    @Test
    void only_the_projects_unit_takes_and_answers() {
        assertThatThrownBy(() -> steps.start("suzhou-after-sales", "technical-consultation", question()))
                .hasMessage("工程:没有编号为“" + PROJECT + "”的工程");
        assertThatThrownBy(() -> steps.start("hq-after-sales", "technical-consultation", question()))
                .hasMessage("只有工程管理单位的售后服务专员可以登记咨询");
        assertThatThrownBy(() -> steps.start(ENGINEER, "technical-consultation", question()))
                .isInstanceOf(AuthorizationException.class);
        String number = steps.start(SPECIALIST, "technical-consultation", question());
        Map<String, Object> answer = Map.of("outcome", "ANSWERED", "answer", "好");
        assertThatThrownBy(() -> steps.complete("admin", number, "解答咨询", answer))
                .hasMessage("只有工程所属单位的专业工程师可以解答");
        assertThatThrownBy(() -> steps.complete("suzhou-engineer", number, "解答咨询", answer))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> steps.complete("hq-engineer", number, "解答咨询", answer))
                .isInstanceOf(AuthorizationException.class);
        steps.complete(ENGINEER, number, "解答咨询", answer);
        assertThatThrownBy(() -> steps.complete("admin", number, "告知咨询人", told("2026-05-20T09:00")))
                .hasMessage("只有工程管理单位的售后服务专员可以告知咨询人");
        assertThat(consultations.of(number).stage()).isEqualTo(ConsultationStage.ANSWERED);
    }

    @Test
    void both_kinds_have_a_day_and_are_reminded_of_at_three_quarters() {
        DecisionTable policy = new DecisionTable("consultation/consultation-policy");
        for (ConsultationKind kind : ConsultationKind.values()) {
            assertThat(policy.rows(Map.of("kind", kind.name())))
                    .containsExactly(Map.of("hours", 24, "remindPercent", 75));
        }
        assertThat(policy.unmatched()).isEmpty();
    }

    static Map<String, Object> question() {
        return new HashMap<>(Map.of(
                "projectCode",
                PROJECT,
                "kind",
                "QUESTION",
                "receivedAt",
                "2026-05-20T09:00",
                "channel",
                "PHONE",
                "askerName",
                "周敏",
                "askerPhone",
                "13800000000",
                "question",
                "大堂石材怎样保养"));
    }

    private static Map<String, Object> told(String at) {
        return with(Map.of("toldBy", "PHONE", "toldNote", "明白了"), "toldAt", at);
    }

    private static Map<String, Object> with(Map<String, Object> fields, Object... changes) {
        Map<String, Object> changed = new HashMap<>(fields);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    private void refused(Map<String, Object> fields, String message) {
        assertThatThrownBy(() -> steps.start(SPECIALIST, "technical-consultation", fields))
                .hasMessage(message);
    }

    private void wrongAnswer(String number, Map<String, Object> fields, String message) {
        assertThatThrownBy(() -> steps.complete(ENGINEER, number, "解答咨询", fields))
                .hasMessage(message);
    }

    private void wrongTelling(String number, Map<String, Object> fields, String message) {
        assertThatThrownBy(() -> steps.complete(SPECIALIST, number, "告知咨询人", fields))
                .hasMessage(message);
    }
}
