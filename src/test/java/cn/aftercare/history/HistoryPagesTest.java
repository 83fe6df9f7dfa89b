package cn.aftercare.history;

import static cn.aftercare.repair.Walk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.history.Step.Field;
import cn.aftercare.history.app.Histories;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The whole history of a case from the notice to its end, and of a visit. */
@EngineTest
@Import(Walk.class)
class HistoryPagesTest {

    private static final String MANAGER = "nanjing-pmd-manager";

    @Autowired
    Walk walk;

    @Autowired
    Histories histories;

    @Autowired
    IdentityService identity;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    MockMvc web;

    private Repair repair;

    @BeforeEach
    void aCase() {
        walk.project();
        EngineTime.set("2025-09-26T16:40:00+08:00");
        repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00"));
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void a_finished_case_tells_who_did_what_when() {
        EngineTime.set("2025-09-26T17:00:00+08:00");
        repair.issueTaskOrder();
        EngineTime.set("2025-09-26T19:15:00+08:00");
        repair.allot().contactOwner();
        EngineTime.set("2025-09-27T09:00:00+08:00");
        repair.survey(Map.of())
                .confirm(Map.of())
                .started(Map.of())
                .work()
                .selfCheck(true)
                .accept(true)
                .closed();
        assertThat(repair.now().stage().ended()).isTrue();

        History history = history(MANAGER);

        assertThat(history.courses()).extracting(history::nameOf).contains("报修维修", "维修实施", "服务承诺计时:响应", "服务承诺计时:启动");
        assertThat(history.courses()).extracting(Course::state).containsOnly(Course.State.COMPLETED);
        assertThat(history.courses())
                .filteredOn(c -> c.key().equals("repair-execution"))
                .extracting(Course::callerId)
                .containsExactly(courseOf(history, "repair").id());
        assertThat(history.steps()).extracting(Step::at).isSorted();

        Step order = task(history, "下达维修任务单");
        assertThat(order.at()).isEqualTo(at("2025-09-26T16:40:00+08:00"));
        assertThat(order.claimedAt()).isEqualTo(at("2025-09-26T17:00:00+08:00"));
        assertThat(order.endedAt()).isEqualTo(at("2025-09-26T17:00:00+08:00"));
        assertThat(order.actor()).isEqualTo("nanjing-after-sales");
        assertThat(order.fields())
                .contains(new Field("是否受理", "受理,下达维修任务单"), new Field("保修项目", "装修"), new Field("涉及公共区域", "否"));
        assertThat(task(history, "安排人员").fields())
                .anySatisfy(f ->
                        assertThat(f.label() + f.value()).startsWith("售后维修技术人员").doesNotContain("nanjing-"))
                .contains(new Field("维修技工", "技工1、技工2"));
        assertThat(task(history, "现场勘查").fields())
                .contains(
                        new Field("勘查日期", "2025-09-27 09:00"),
                        new Field("大修或小修", "小修(小修小补)"),
                        new Field("依据", "接缝未留伸缩缝"));
        assertThat(history.steps())
                .filteredOn(s -> s.kind() == StepKind.PROMISE)
                .extracting(s -> s.name() + " " + s.state())
                .contains("兑现:响应 按时兑现", "兑现:启动 按时兑现", "兑现:维修任务单(目标) 按时兑现");
    }

    @Test
    void reminders_escalations_pauses_and_cancelled_tasks_are_part_of_it() {
        repair.issueTaskOrder();
        walk.runDueJobsUntil(at("2025-09-29T17:00:00+08:00"));

        History history = history(MANAGER);

        assertThat(history.steps())
                .filteredOn(s -> s.kind() == StepKind.REMINDER)
                .extracting(s -> s.at() + " " + s.name())
                .contains(
                        at("2025-09-27T10:40:00+08:00") + " 提醒:响应",
                        at("2025-09-27T16:40:00+08:00") + " 维保经理督办:响应",
                        at("2025-09-28T16:40:00+08:00") + " 项目管理部经理督办:响应",
                        at("2025-09-29T16:40:00+08:00") + " 总部项目管理部督办:响应");
        assertThat(history.steps())
                .filteredOn(s -> s.name().equals("总部项目管理部督办:响应"))
                .extracting(Step::detail)
                .containsExactly("已告知 总部 项目管理部");
        assertThat(history.steps())
                .filteredOn(s -> s.kind() == StepKind.PROMISE)
                .extracting(s -> s.at() + " " + s.name() + " " + s.state())
                .contains(at("2025-09-27T16:40:00+08:00") + " 到期:响应 已逾期");
        assertThat(task(history, "安排材料").state()).isEqualTo("进行中");
    }

    @Test
    void the_page_is_for_whoever_may_see_the_case() throws Exception {
        EngineTime.set("2025-09-26T18:55:00+08:00");
        repair.issueTaskOrder();
        open("/cases/" + repair.caseNo(), MANAGER)
                .andExpect(content().string(containsString("/cases/" + repair.caseNo() + "/history")));
        open("/cases/" + repair.caseNo() + "/history", "nanjing-technician")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("办理经过"),
                                containsString("用时 2小时15分"),
                                containsString("人工办理 · 已完成"),
                                containsString("人工办理 · 进行中"),
                                not(containsString("报修分诊")))));
        open("/cases/" + repair.caseNo() + "/history?all=true", "hq-pmd-manager")
                .andExpect(content().string(containsString("报修分诊")));
        open("/cases/" + repair.caseNo() + "/history", "suzhou-pmd-manager")
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有案件 " + repair.caseNo())));
        open("/cases/BX-1999-000001/history", MANAGER).andExpect(status().isNotFound());
    }

    @Test
    void the_model_is_drawn_with_the_way_the_case_went() throws Exception {
        repair.issueTaskOrder();
        String flow = courseOf(history(MANAGER), "repair").id();
        String path = "/cases/" + repair.caseNo() + "/history/" + flow + "/diagram.svg";

        String svg = open(path, MANAGER)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("image/svg+xml")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(svg)
                .containsPattern("class=\"went\"[^>]*>任务单下达<")
                .containsPattern("class=\"open\"[^>]*>联系业主<")
                .containsPattern("class=\"\"[^>]*>现场勘查<")
                // Accepted: the other answer of the gateway was not taken.
                .containsPattern("class=\"went\"[^>]*>受理<")
                .containsPattern("class=\"\"[^>]*>不受理<");
        open(path, "suzhou-pmd-manager").andExpect(status().isNotFound());
        Repair other = walk.reported(walk.report("2025-09-26T16:40:00+08:00", DefectCategory.PLUMBING));
        open("/cases/" + other.caseNo() + "/history/" + flow + "/diagram.svg", MANAGER)
                .andExpect(status().isNotFound());
    }

    @Test
    void a_visit_has_its_history_too() throws Exception {
        EngineTime.set("2026-05-20T09:00:00+08:00");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("revisit")
                .latestVersion()
                .singleResult()
                .getId();
        String visit = LoggedIn.as(
                        identity,
                        "nanjing-pmd",
                        () -> forms.submitStartForm(
                                definition,
                                Map.of(
                                        "projectCode", Walk.PROJECT,
                                        "plannedOn", "2026-05-21",
                                        "channel", "PHONE",
                                        "occasion", "业主来电",
                                        "focus", "")))
                .getBusinessKey();
        open("/revisits/" + visit, MANAGER)
                .andExpect(content().string(containsString("/revisits/" + visit + "/history")));
        open("/revisits/" + visit + "/history?all=true", MANAGER)
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString("工程回访"), containsString("业主来电"), containsString("缘由"))));
        open("/revisits/" + visit + "/history", "suzhou-pmd").andExpect(status().isNotFound());
        open("/revisits/HF-1999-000001/history", MANAGER)
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有回访 HF-1999-000001")));
    }

    private History history(String user) {
        return LoggedIn.as(
                identity, user, () -> histories.of("cases", repair.caseNo()).history());
    }

    private static Course courseOf(History history, String key) {
        return history.courses().stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Step task(History history, String name) {
        List<Step> found = history.steps().stream()
                .filter(s -> s.kind() == StepKind.TASK && s.name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private ResultActions open(String path, String user) throws Exception {
        return web.perform(get(path).with(httpBasic(user, "demo")).accept(MediaType.TEXT_HTML, MediaType.ALL));
    }
}
