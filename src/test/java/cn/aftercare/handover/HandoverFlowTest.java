package cn.aftercare.handover;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.handover.app.Handovers;
import cn.aftercare.handover.app.ProjectClosing;
import cn.aftercare.handover.app.ProjectTeam;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.ProjectHandedOver;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.testing.Steps;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Every way a handover can take. Accepted 2026-03-02, waterproofing 5 years: the warranty ends on Sunday 2031-03-02, rolled
 * to Monday 2031-03-03; the manager is asked 60 days before, and has to have named two people 14 days before.
 */
@EngineTest
@Import({Walk.class, Steps.class})
@RecordApplicationEvents
@CoversModels("project-handover")
class HandoverFlowTest {

    private static final String PMD = "nanjing-pmd";
    private static final String PMD_MANAGER = "nanjing-pmd-manager";
    private static final String HQ = "hq-pmd-manager";
    private static final String ASKED = "2031-01-02T00:00:00+08:00";
    private static final String DUE = "2031-02-18T00:00:00+08:00";

    @Autowired
    Handovers handovers;

    @Autowired
    ProjectService projects;

    @Autowired
    ProjectTeam team;

    @Autowired
    ProjectClosing closing;

    @Autowired
    ProjectFile file;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void before() {
        EngineTime.set("2026-03-05T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void from_the_acceptance_to_the_two_who_look_after_it_when_the_warranty_is_over() {
        project("JF-1");
        String no = started("JF-1");
        assertThat(steps.open(no)).containsExactly("清理施工现场", "移交工程档案");
        assertThat(projects.find("JF-1").orElseThrow().acceptedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        steps.complete(PMD, no, "移交工程档案", signOff(HandoverList.ARCHIVE));
        assertThat(steps.open(no)).containsExactly("清理施工现场");
        steps.complete(PMD, no, "清理施工现场", signOff(HandoverList.SITE));
        steps.complete(PMD, no, "建立保修档案", warrantyFile());
        Project filed = projects.find("JF-1").orElseThrow();
        assertThat(filed.items())
                .containsExactly(
                        WarrantyItem.standard(DefectCategory.WATERPROOF),
                        WarrantyItem.standard(DefectCategory.DECORATION));
        assertThat(filed.machines()).isEqualTo(Machine.standardSet());
        assertThat(filed.team().technicians()).hasSize(2);
        assertThat(filed.team().warnings()).containsExactly("专职维修技工不足 6 名(现有 2 名)");
        steps.job(no);
        assertThat(events.stream(ProjectHandedOver.class))
                .containsExactly(new ProjectHandedOver("JF-1", no, "nanjing", LocalDate.of(2026, 3, 2)));

        assertThat(steps.dues(no)).containsExactly(at(ASKED));
        steps.fires(no, ASKED);
        assertThat(steps.due(no, "指定两名过保管理人员")).isEqualTo(at(DUE));
        steps.complete(PMD_MANAGER, no, "指定两名过保管理人员", managers("nanjing-post-warranty", "nanjing-marketing"));
        assertThat(steps.running(no)).isFalse();

        String path = "/handovers/" + no + "/history";
        Pages pages = new Pages(web);
        assertThat(pages.of("nanjing-pmd", "/projects/JF-1/team")).contains(path);
        assertThat(pages.of("nanjing-pmd", path)).contains("工程交付与保修建档", "人工办理 · 已完成", "返回工程");
        assertThat(pages.status("suzhou-pmd", path)).isEqualTo(404);
        assertThat(team.holder(filed, TeamRole.POST_WARRANTY_FIRST))
                .map(TeamPeriod::userId)
                .contains("nanjing-post-warranty");
        assertThat(team.holder(filed, TeamRole.POST_WARRANTY_SECOND))
                .map(TeamPeriod::userId)
                .contains("nanjing-marketing");
        assertThat(handovers.of(no).endedAt()).isEqualTo(at(ASKED));
        assertThat(steps.as(PMD, () -> file.entries("JF-1")))
                .filteredOn(e -> e.kind() == EntryKind.HANDOVER)
                .extracting(ProjectEntry::title)
                .containsExactlyInAnyOrder("竣工验收", "移交工程档案", "清理施工现场", "保修建档", "启动业主培训", "指定过保管理人员");
    }

    @Test
    void nobody_named_in_time_is_told_to_headquarters_and_naming_ends_it() {
        project("JF-2");
        String no = filed("JF-2");
        steps.fires(no, ASKED);
        steps.fires(no, DUE);
        Task supervision = steps.task(no, "督办指定过保管理人员");
        assertThat(supervision.getTenantId()).isEqualTo("nanjing");
        steps.complete(HQ, supervision, Map.of("supervision", "已电话督促"));
        assertThat(steps.open(no)).containsExactly("指定两名过保管理人员");
        refused(no, "指定两名过保管理人员", managers("nanjing-marketing", "nanjing-marketing"), "两名过保管理人员不能是同一人");
        refused(no, "指定两名过保管理人员", managers("nanjing-marketing", "suzhou-pmd"), "过保管理人员(二):请选择本单位人员");
        steps.complete(PMD_MANAGER, no, "指定两名过保管理人员", managers("nanjing-marketing", "nanjing-commercial"));
        assertThat(steps.running(no)).isFalse();
    }

    @Test
    void an_extension_moves_the_day_before_and_after_the_manager_was_asked() {
        project("JF-3");
        String no = filed("JF-3");
        assertThat(steps.dues(no)).containsExactly(at(ASKED));
        extended("JF-3", "2032-06-30");
        assertThat(steps.dues(no)).containsExactly(at("2032-05-01T00:00:00+08:00"));
        // What leaves the end alone leaves the day alone.
        extended("JF-3", "2032-06-30");
        steps.fires(no, "2032-05-01T00:00:00+08:00");
        assertThat(steps.due(no, "指定两名过保管理人员")).isEqualTo(at("2032-06-17T00:00:00+08:00"));
        extended("JF-3", "2033-06-30");
        assertThat(steps.open(no)).isEmpty();
        assertThat(steps.dues(no)).containsExactly(at("2033-05-01T00:00:00+08:00"));
    }

    @Test
    void a_project_is_not_closed_before_its_file_stands_and_its_end_ends_the_waiting() {
        project("JF-4");
        String no = started("JF-4");
        assertThatThrownBy(() -> close("JF-4"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("工程不能关闭,尚有未办结事项:" + no);
        file(no);
        String training = jdbc.sql("select training_no from training where project_code = 'JF-4'")
                .query(String.class)
                .single();
        assertThatThrownBy(() -> close("JF-4")).hasMessage("工程不能关闭,尚有未办结事项:" + training);
        jdbc.sql("update training set closed_at = started_at where training_no = ?")
                .param(training)
                .update();
        close("JF-4");
        assertThat(steps.running(no)).isFalse();
        assertThat(handovers.of(no).endedAt()).isNotNull();
    }

    @Test
    void whoever_is_not_in_charge_or_leaves_something_out_comes_no_further() {
        project("JF-5");
        assertThatThrownBy(() -> steps.start(PMD, "project-handover", start("JF-5", "2026-03-06")))
                .hasMessageContaining("竣工验收日期:不能晚于今天");
        assertThatThrownBy(() -> steps.start(PMD, "project-handover", start("JF-9999", "2026-03-02")))
                .hasMessageContaining("工程:没有编号为“JF-9999”的工程");
        assertThatThrownBy(() -> steps.start("hq-pmd", "project-handover", start("JF-5", "2026-03-02")))
                .isInstanceOf(NotPermittedException.class);
        String no = started("JF-5");
        assertThatThrownBy(() -> started("JF-5")).hasMessageContaining("工程:已办理交付(" + no + ")");
        Map<String, Object> fields = signOff(HandoverList.ARCHIVE);
        fields.put("items", Walk.list("竣工图"));
        refused(no, "移交工程档案", fields, "移交工程档案:尚未完成竣工验收资料、隐蔽工程与试验记录");
        Map<String, Object> tomorrow = signOff(HandoverList.SITE);
        tomorrow.put("doneOn", "2026-03-06");
        refused(no, "清理施工现场", tomorrow, "完成日期:不能晚于今天");
        steps.complete(PMD, no, "移交工程档案", signOff(HandoverList.ARCHIVE));
        steps.complete(PMD, no, "清理施工现场", signOff(HandoverList.SITE));
        refusedFile(no, "warrantyItems", "外墙", "保修项目:“外墙”不是保修项目");
        refusedFile(no, "warrantyItems", "主体结构", "保修项目:");
        refusedFile(no, "managerId", "nanjing-materials", "维保经理:请选择本单位的维保经理");
        refusedFile(no, "substituteReason", "", "更换原因:维保经理不是原项目经理(李建国)时必填");
        refusedFile(no, "machines", "切割机 零", "维修机械:“切割机 零”应为“名称 数量 用途”");
        refusedFile(no, "technicians", "赵师傅\n赵师傅", "维修技工:“赵师傅”重复");
        steps.complete(PMD, no, "建立保修档案", warrantyFile());
    }

    private void project(String code) {
        for (String table : List.of("handover_check", "handover_sign_off")) {
            jdbc.sql("delete from " + table
                            + " where handover_no in (select handover_no from project_handover where project_code = ?)")
                    .param(code)
                    .update();
        }
        for (String table : List.of("project_handover", "handover_event", "team_period")) {
            jdbc.sql("delete from " + table + " where project_code = ?")
                    .param(code)
                    .update();
        }
        walk.project(code, "nanjing", LocalDate.of(2026, 3, 1));
    }

    private String started(String code) {
        return steps.start(PMD, "project-handover", start(code, "2026-03-02"));
    }

    private String filed(String code) {
        String no = started(code);
        file(no);
        return no;
    }

    private void file(String no) {
        steps.complete(PMD, no, "移交工程档案", signOff(HandoverList.ARCHIVE));
        steps.complete(PMD, no, "清理施工现场", signOff(HandoverList.SITE));
        steps.complete(PMD, no, "建立保修档案", warrantyFile());
        steps.job(no);
    }

    private static Map<String, Object> start(String code, String acceptedOn) {
        return Map.of("projectCode", code, "acceptedOn", acceptedOn);
    }

    private static Map<String, Object> signOff(HandoverList list) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("items", Walk.list(list.items().toArray(String[]::new)));
        fields.put("doneOn", "2026-03-04");
        fields.put("responsible", "李建国");
        if (list == HandoverList.ARCHIVE) {
            fields.put("receiver", "周敏");
        }
        fields.put("note", null);
        return fields;
    }

    private static Map<String, Object> warrantyFile() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("warrantyItems", "防水;装修");
        fields.put("managerId", "nanjing-warranty-manager");
        fields.put("substituteReason", "原项目经理另有任用");
        fields.put("engineerId", "nanjing-engineer");
        fields.put("technicians", "赵师傅 13900000001\n钱师傅");
        fields.put("machines", Roster.machines(Machine.standardSet()));
        return fields;
    }

    private static Map<String, Object> managers(String first, String second) {
        return Map.of("firstManager", first, "secondManager", second);
    }

    private void extended(String code, String day) {
        Project p = projects.find(code).orElseThrow();
        projects.save(p.with(
                p.acceptedOn(),
                p.team(),
                List.of(new WarrantyItem(DefectCategory.WATERPROOF, 5, LocalDate.parse(day))),
                p.machines()));
    }

    private void refusedFile(String no, String field, String value, String message) {
        Map<String, Object> fields = warrantyFile();
        fields.put(field, value);
        refused(no, "建立保修档案", fields, message);
    }

    private void refused(String no, String task, Map<String, Object> fields, String message) {
        String person = task.startsWith("指定") ? PMD_MANAGER : PMD;
        assertThatThrownBy(() -> steps.complete(person, no, task, fields)).hasMessageContaining(message);
        assertThat(steps.open(no)).contains(task);
    }

    private void close(String code) {
        steps.as(PMD_MANAGER, () -> {
            closing.close(code, "业主委托其他单位维保");
            return null;
        });
    }
}
