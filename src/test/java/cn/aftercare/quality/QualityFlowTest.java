package cn.aftercare.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Project;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.quality.app.QualityList;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.app.ReportIntake;
import cn.aftercare.story.StoryEvent;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.app.Surveys;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.testing.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every way quality information can take. */
@EngineTest
@Import({Walk.class, Steps.class})
@CoversModels({"quality-feedback", "quality-clock"})
class QualityFlowTest {

    private static final String QUALITY = "hq-quality";
    private static final String PROJECT = "ZL-P1";
    private static final String SUZHOU = "ZL-P2";

    @Autowired
    QualityItems items;

    @Autowired
    QualityList list;

    @Autowired
    ReportIntake intake;

    @Autowired
    Surveys surveys;

    @Autowired
    RecordArchive records;

    @Autowired
    TaskService tasks;

    @Autowired
    Steps steps;

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private Project project;

    @BeforeEach
    void aProject() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
        project = walk.project(PROJECT, "nanjing", LocalDate.parse("2025-10-15"));
        walk.project(SUZHOU, "suzhou", LocalDate.parse("2025-10-15"));
    }

    @AfterEach
    void clear() {
        walk.clear();
        for (String table : List.of(
                "quality_event",
                "quality_step",
                "quality_verification",
                "quality_measure",
                "quality_answer",
                "quality_reference",
                "quality_repetition",
                "quality_item")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    // 处理

    @Test
    void construction_and_design_are_both_answered_measured_verified_twice_and_told() {
        String no = byHand("nanjing-after-sales", Map.of("reportedByOwner", true, "ownerName", "周敏"));
        assertThat(steps.due(no, "分类分级")).isEqualTo(Walk.endOf("2026-03-04"));
        classify(no, "LARGER", "CONSTRUCTION", "DESIGN");
        assertThat(steps.due(no, "评估质量信息")).isEqualTo(Walk.endOf("2026-03-05"));
        assess(no, false);
        assertThat(steps.open(no)).containsExactly("制定纠正和预防措施", "处理设计问题");
        assertThat(steps.due(no, "处理设计问题")).isEqualTo(Walk.endOf("2026-03-07"));

        assertThatThrownBy(() -> answer("nanjing-pmd", no, "制定纠正和预防措施", List.of()))
                .hasMessage("措施:至少填写一项纠正或预防措施");
        assertThatThrownBy(() -> answer("nanjing-pmd", no, "制定纠正和预防措施", List.of(measure("suzhou-pmd", "2026-03-10"))))
                .hasMessage("责任人:不是南京分公司的人员");
        assertThatThrownBy(() ->
                        answer("nanjing-pmd", no, "制定纠正和预防措施", List.of(measure("nanjing-engineer", "2026-03-01"))))
                .hasMessage("完成期限:不能早于今天");
        assertThat(items.measures(no)).isEmpty();
        answer("nanjing-pmd", no, "制定纠正和预防措施", List.of(measure("nanjing-engineer", "2026-03-10")));
        assertThat(steps.open(no)).containsExactly("处理设计问题");
        answer("hq-technical-office", no, "处理设计问题", List.of(measure("hq-technical-office", "2026-03-20")));

        assertThat(steps.open(no)).containsExactly("落实措施", "落实措施");
        assertThat(items.of(no).state()).isEqualTo(QualityState.CARRYING_OUT);
        Task first = assigned(no, "nanjing-engineer");
        assertThat(first.getDueDate().toInstant()).isEqualTo(Walk.endOf("2026-03-10"));
        EngineTime.set("2026-03-09T10:00:00+08:00");
        steps.complete("nanjing-engineer", first, Map.of("result", "已重做防水"));
        assertThat(items.of(no).state()).isEqualTo(QualityState.CARRYING_OUT);
        steps.complete("hq-technical-office", assigned(no, "hq-technical-office"), Map.of("result", "已出修改图"));
        assertThat(items.of(no).state()).isEqualTo(QualityState.OBSERVING);

        steps.fires(no, "2026-05-08T00:00:00+08:00");
        assertThat(steps.due(no, "验证效果")).isEqualTo(Walk.endOf("2026-05-13"));
        steps.complete(QUALITY, no, "验证效果", Map.of("effective", "NO", "finding", "仍有渗漏"));
        assertThat(items.of(no).roundNo()).isEqualTo(2);
        answer("nanjing-pmd", no, "制定纠正和预防措施", List.of(measure("nanjing-engineer", "2026-05-20")));
        answer("hq-technical-office", no, "处理设计问题", List.of());
        assertThat(steps.open(no)).containsExactly("落实措施");
        steps.complete("nanjing-engineer", no, "落实措施", Map.of("result", "已更换材料"));
        steps.fires(no, "2026-07-07T00:00:00+08:00");
        steps.complete(QUALITY, no, "验证效果", Map.of("effective", "YES", "finding", "无渗漏"));

        assertThatThrownBy(() -> steps.complete("nanjing-after-sales", no, "反馈提出人", told("2026-07-08T10:00")))
                .hasMessage("反馈时间:不能晚于当前时间");
        EngineTime.set("2026-07-08T12:00:00+08:00");
        steps.complete("nanjing-after-sales", no, "反馈提出人", told("2026-07-08T10:00"));
        steps.job(no);
        QualityItem closed = items.of(no);
        assertThat(closed.state()).isEqualTo(QualityState.CLOSED);
        assertThat(closed.ending()).isEqualTo(QualityEnding.EFFECTIVE);
        assertThat(closed.decision()).isEqualTo("无渗漏");
        assertThat(closed.told().how()).isEqualTo(ToldHow.PHONE);
        assertThat(closed.told().at()).isEqualTo(Steps.at("2026-07-08T10:00:00+08:00"));
        assertThat(closed.recordNo()).startsWith("ZLJL-2026-");
        assertThat(items.verifications(no))
                .extracting(v -> v.roundNo() + " " + v.effective())
                .containsExactly("1 false", "2 true");
        assertThat(items.answers(no))
                .extracting(a -> a.roundNo() + " " + a.route())
                .containsExactly("1 PMD", "1 TECHNICAL_OFFICE", "2 PMD", "2 TECHNICAL_OFFICE");
        assertThat(steps.running(no)).isFalse();

        String path = "/quality/" + no;
        Pages pages = new Pages(web);
        assertThat(pages.of("nanjing-pmd", path)).contains(path + "/history");
        assertThat(pages.of("nanjing-pmd", path + "/history")).contains("质量信息处理", "人工办理 · 已完成");
        assertThat(pages.status("suzhou-pmd", path + "/history")).isEqualTo(404);
        assertThat(steps.as(QUALITY, () -> records.ofCase(no))).hasSize(1);
    }

    @Test
    void a_major_matter_of_the_system_itself_ends_with_recorded_decisions() {
        String no = byHand(QUALITY, Map.of());
        classify(no, "MAJOR", "QUALITY_SYSTEM");
        assess(no, true);
        assertThat(steps.open(no)).containsExactly("决定质量体系改进", "组织审核或评审");
        assertThatThrownBy(() -> answer(QUALITY, no, "组织审核或评审", List.of())).hasMessage("评审方式:必填");
        steps.complete(
                QUALITY,
                no,
                "组织审核或评审",
                Map.of("reviewKind", "MANAGEMENT_REVIEW", "answer", "列入年度管理评审", "measures", Spin.JSON("[]")));
        answer("hq-top-management", no, "决定质量体系改进", List.of());
        steps.job(no);
        QualityItem closed = items.of(no);
        assertThat(closed.ending()).isEqualTo(QualityEnding.DECIDED);
        assertThat(closed.decision()).isEqualTo("内部审核、管理评审:列入年度管理评审\n最高管理者决定:请照此办理");
        assertThat(closed.told().how()).isEqualTo(ToldHow.SYSTEM);
        assertThat(titles(no)).contains("已告知提出人", "办结归档");
        assertThat(steps.running(no)).isFalse();
    }

    @Test
    void what_needs_no_action_ends_with_the_reason() {
        String no = byHand("nanjing-pmd", Map.of());
        assertThatThrownBy(() -> steps.complete(
                        QUALITY,
                        no,
                        "分类分级",
                        Map.of("aspects", Spin.JSON("[]"), "grade", "ORDINARY", "analysis", "使用不当")))
                .hasMessageStartingWith("涉及方面");
        classify(no, "ORDINARY", "CONSTRUCTION");
        assertThatThrownBy(() ->
                        steps.complete(QUALITY, no, "评估质量信息", Map.of("assessment", "非质量问题", "conclusion", "NO_ACTION")))
                .hasMessageStartingWith("不需处理的理由");
        steps.complete(
                QUALITY, no, "评估质量信息", Map.of("assessment", "非质量问题", "conclusion", "NO_ACTION", "decision", "属业主使用不当"));
        steps.job(no);
        assertThat(items.of(no).ending()).isEqualTo(QualityEnding.DECIDED);
        assertThat(items.of(no).decision()).isEqualTo("属业主使用不当");
        assertThat(items.of(no).closedAt()).isNotNull();
    }

    /** The form knows minutes only. */
    @Test
    void the_owner_may_be_told_in_the_minute_of_the_complaint_but_not_in_the_one_before() {
        EngineTime.set("2026-03-02T09:00:40+08:00");
        String no = byHand("nanjing-after-sales", Map.of("reportedByOwner", true, "ownerName", "周敏"));
        classify(no, "ORDINARY", "CONSTRUCTION");
        steps.complete(
                QUALITY, no, "评估质量信息", Map.of("assessment", "非质量问题", "conclusion", "NO_ACTION", "decision", "属业主使用不当"));
        assertThatThrownBy(() -> steps.complete("nanjing-after-sales", no, "反馈提出人", told("2026-03-02T08:59")))
                .hasMessage("反馈时间:不能早于提出时间");
        steps.complete("nanjing-after-sales", no, "反馈提出人", told("2026-03-02T09:00"));
        assertThat(items.of(no).told().at()).isEqualTo(Steps.at("2026-03-02T09:00:40+08:00"));
    }

    // 期限

    @Test
    void a_late_step_is_reminded_supervised_and_stops_when_it_is_done() {
        String no = byHand(QUALITY, Map.of());
        steps.fires(no, "2026-03-04T00:00:00+08:00");
        assertThat(items.steps(no).get(0).remindedAt()).isEqualTo(Steps.at("2026-03-04T00:00:00+08:00"));
        steps.fires(no, "2026-03-05T00:00:00+08:00");
        assertThat(titles(no)).contains("逾期:分类分级");
        assertThatThrownBy(() -> steps.complete(QUALITY, no, "督办逾期事项", Map.of("measures", "今日办理")))
                .isInstanceOf(AuthorizationException.class);
        steps.complete("hq-pmd-manager", no, "督办逾期事项", Map.of("measures", "今日办理"));
        assertThat(titles(no)).contains("督办:分类分级");
        classify(no, "ORDINARY", "CONSTRUCTION");
        assertThat(steps.open(no)).containsExactly("评估质量信息");

        steps.fires(no, "2026-03-08T00:00:00+08:00");
        assess(no, false);
        assertThat(steps.open(no)).containsExactly("制定纠正和预防措施");
        steps.fires(no, "2026-03-16T00:00:00+08:00");
        steps.fires(no, "2026-03-19T00:00:00+08:00");
        assertThat(steps.open(no)).containsExactly("制定纠正和预防措施", "督办逾期事项");
        answer("nanjing-pmd", no, "制定纠正和预防措施", List.of(measure("nanjing-pmd", "2026-03-30")));
        assertThat(steps.open(no)).containsExactly("落实措施");
        steps.fires(no, "2026-03-29T00:00:00+08:00");
        steps.fires(no, "2026-03-31T00:00:00+08:00");
        steps.complete("nanjing-pmd-manager", no, "督办逾期事项", Map.of("measures", "限两日内完成"));
        assertThat(titles(no)).contains("督办:落实措施");
    }

    // 权限

    @Test
    void only_those_whose_step_it_is_can_take_it() {
        assertThatThrownBy(() -> byHand("suzhou-pmd", Map.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> byHand("nanjing-engineer", Map.of())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> byHand("admin", Map.of())).hasMessage("只有质量部门和工程管理单位的项目管理部、售后服务专员可以登记质量信息");
        assertThatThrownBy(() -> byHand(QUALITY, Map.of("source", "COMPLAINT"))).hasMessageStartingWith("投诉方式");
        assertThatThrownBy(() -> byHand(QUALITY, Map.of("reportedByOwner", true)))
                .hasMessageStartingWith("业主方提出人");
        assertThatThrownBy(() -> byHand(QUALITY, Map.of("references", "见附件"))).hasMessage("相关编号:“见附件”不是案件、回访或调查编号");
        assertThat(jdbc.sql("select count(*) from quality_item where project_code = ?")
                        .param(PROJECT)
                        .query(Long.class)
                        .single())
                .isZero();

        String no = byHand(QUALITY, Map.of("source", "COMPLAINT", "channel", "LETTER"));
        Map<String, Object> fields = classification("ORDINARY", "CONSTRUCTION");
        assertThatThrownBy(() -> steps.complete("nanjing-pmd", no, "分类分级", fields))
                .isInstanceOf(AuthorizationException.class);
        // An administrator may do anything in the engine; the service still asks for the role.
        assertThatThrownBy(() -> steps.complete("admin", no, "分类分级", fields)).hasMessage("只有总部 质量部门可以分类分级");
        assertThat(steps.as(
                        "nanjing-technician",
                        () -> list.page(null, null, null, null, 0, 9).lines()))
                .hasSize(1);
        assertThat(steps.as(
                        "suzhou-pmd",
                        () -> list.page(null, null, null, null, 0, 9).lines()))
                .isEmpty();
        assertThatThrownBy(() -> steps.as("suzhou-pmd", () -> items.visible(no)))
                .hasMessage("没有质量信息 " + no);
    }

    // 来源

    @Test
    void three_defects_of_one_kind_within_twelve_months_raise_one_item() {
        report(PROJECT, "2026-01-10T10:00:00+08:00", "3层卫生间", Channel.PHONE);
        report(SUZHOU, "2026-06-10T10:00:00+08:00", "卫生间", Channel.PHONE);
        assertThat(raised(QualitySource.REPAIR)).isEmpty();
        report(SUZHOU, "2027-01-10T10:00:01+08:00", "12楼1203室卫生间", Channel.PHONE);
        assertThat(raised(QualitySource.REPAIR))
                .as("a second more than twelve months")
                .isEmpty();
        report(SUZHOU, "2027-01-10T10:00:02+08:00", "厨房", Channel.PHONE);
        assertThat(raised(QualitySource.REPAIR)).as("another part").isEmpty();
        String fourth = report(PROJECT, "2027-06-10T10:00:00+08:00", "2层卫生间", Channel.PHONE);
        QualityItem item = raised(QualitySource.REPAIR).get(0);
        assertThat(item.unit()).as("of several units").isEqualTo("hq");
        assertThat(item.content()).startsWith("同类缺陷重复发生:装修“卫生间”12个月内3件,工程 ZL-P1、ZL-P2");
        assertThat(items.references(item.itemNo())).hasSize(3).contains(fourth);
        assertThat(steps.open(item.itemNo())).containsExactly("分类分级");

        String fifth = report(PROJECT, "2027-06-11T10:00:00+08:00", "卫生间", Channel.PHONE);
        assertThat(raised(QualitySource.REPAIR)).hasSize(1);
        assertThat(items.references(item.itemNo())).hasSize(4).contains(fifth);

        classify(item.itemNo(), "ORDINARY", "CONSTRUCTION");
        steps.complete(
                QUALITY,
                item.itemNo(),
                "评估质量信息",
                Map.of("assessment", "已有措施", "conclusion", "NO_ACTION", "decision", "已另行整改"));
        steps.job(item.itemNo());
        report(PROJECT, "2027-06-12T10:00:00+08:00", "卫生间", Channel.PHONE);
        report(PROJECT, "2027-06-13T10:00:00+08:00", "卫生间", Channel.PHONE);
        assertThat(raised(QualitySource.REPAIR))
                .as("counted cases count no more")
                .hasSize(1);
        report(PROJECT, "2027-06-14T10:00:00+08:00", "卫生间", Channel.PHONE);
        assertThat(raised(QualitySource.REPAIR)).hasSize(2);
        assertThat(raised(QualitySource.REPAIR).get(0).unit()).isEqualTo("nanjing");
    }

    @Test
    void a_complaint_raises_an_item_of_its_own() {
        String caseNo = report(PROJECT, "2026-03-02T09:00:00+08:00", "大厅", Channel.COMPLAINT);
        QualityItem item = raised(QualitySource.COMPLAINT).get(0);
        assertThat(item.byOwner()).isTrue();
        assertThat(item.ownerName()).isEqualTo("周敏");
        assertThat(items.references(item.itemNo())).containsExactly(caseNo);
    }

    @Test
    void a_low_total_a_poor_factor_and_remarks_raise_one_item_each_and_satisfied_owners_none() {
        answered(null, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80);
        assertThat(raised(QualitySource.QUESTIONNAIRE)).isEmpty();
        // 70.00 is not below 70.
        answered(null, 60, 60, 60, 80, 80, 80, 80, 80, 80, 60);
        assertThat(raised(QualitySource.QUESTIONNAIRE)).isEmpty();
        answered(null, 60, 60, 60, 60, 80, 80, 80, 80, 80, 60);
        assertThat(raised(QualitySource.QUESTIONNAIRE))
                .extracting(QualityItem::content)
                .containsExactly("满意度合计69.00分,低于70分");
        answered(null, 80, 100, 80, 60, 80, 80, 30, 80, 80, 80);
        answered("请改进工期", 80, 80, 80, 80, 80, 80, 80, 80, 80, 80);
        assertThat(raised(QualitySource.QUESTIONNAIRE))
                .extracting(QualityItem::content)
                .contains("项目安全管理30分", "业主说明:请改进工期");
    }

    // ---------------------------------------------------------------------------------------------------------------

    private String byHand(String person, Map<String, Object> differing) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "projectCode", PROJECT, "source", "CONTACT", "content", "卫生间渗漏", "references", "BX-2026-000001"));
        fields.putAll(differing);
        return steps.start(person, "quality-feedback", fields);
    }

    private static Map<String, Object> classification(String grade, String... aspects) {
        return Map.of(
                "aspects",
                Spin.JSON(Arrays.stream(aspects).collect(Collectors.joining("\",\"", "[\"", "\"]"))),
                "grade",
                grade,
                "analysis",
                "防水层未闭合");
    }

    private void classify(String no, String grade, String... aspects) {
        steps.complete(QUALITY, no, "分类分级", classification(grade, aspects));
    }

    private void assess(String no, boolean several) {
        steps.complete(QUALITY, no, "评估质量信息", Map.of("several", several, "assessment", "影响使用", "conclusion", "HANDLE"));
    }

    private void answer(String person, String no, String task, List<String> measures) {
        steps.complete(
                person,
                no,
                task,
                Map.of("answer", "请照此办理", "measures", Spin.JSON("[" + String.join(",", measures) + "]")));
    }

    private static String measure(String person, String dueOn) {
        return "{\"kind\":\"CORRECTIVE\",\"content\":\"重做防水\",\"person\":\"" + person + "\",\"dueOn\":\"" + dueOn
                + "\"}";
    }

    private static Map<String, Object> told(String at) {
        return Map.of("toldHow", "PHONE", "toldAt", at, "toldNote", "业主满意");
    }

    private Task assigned(String no, String person) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskAssignee(person)
                .singleResult();
    }

    private List<String> titles(String no) {
        return items.story(no).stream().map(StoryEvent::title).toList();
    }

    private List<QualityItem> raised(QualitySource source) {
        return steps.as(QUALITY, () -> list.page(null, null, source, null, 0, 9)).lines().stream()
                .map(QualityList.Line::item)
                .toList();
    }

    private String report(String project, String receivedAt, String location, Channel channel) {
        Instant at = Steps.at(receivedAt);
        EngineTime.set(at);
        return intake.found(new ReportDraft(
                project,
                at,
                channel,
                "周敏",
                "13800000000",
                DefectCategory.DECORATION,
                location,
                "瓷砖空鼓",
                false,
                false,
                false,
                null,
                null));
    }

    private void answered(String remarks, int... points) {
        String survey = surveys.open(project.code(), "nanjing", null);
        String token = steps.as("nanjing-pmd", () -> surveys.newLink(survey)).token();
        surveys.answeredByLink(
                token,
                new SurveyDraft(
                        Arrays.stream(SurveyFactor.values())
                                .collect(Collectors.toMap(f -> f, f -> String.valueOf(points[f.ordinal()]))),
                        remarks,
                        "周敏",
                        "13800000000",
                        null,
                        null));
    }
}
