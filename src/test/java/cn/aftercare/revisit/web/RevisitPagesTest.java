package cn.aftercare.revisit.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.revisit.OwnRevisits;
import cn.aftercare.revisit.app.Planning;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of plans and visits as people with real logins get them. */
@EngineTest
@Import({Walk.class, OwnRevisits.class})
class RevisitPagesTest {

    @Autowired
    Walk walk;

    @Autowired
    Planning planning;

    @Autowired
    OwnRevisits own;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private String plan;

    /** Accepted 2023-10-15 with five years at most: due 2026-10-15. */
    @BeforeEach
    void aPlan() {
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project();
        own.clear();
        jdbc.sql("update project set closed_on = null, registered_on = '2026-05-20' where code = ?")
                .param(Walk.PROJECT)
                .update();
        EngineTime.set("2026-06-01T02:00:00+08:00");
        plan = planning.startDuePlans().get(0);
    }

    @AfterEach
    void clear() {
        walk.clear();
        own.clear();
    }

    @Test
    void what_no_plan_has_is_flagged_to_those_who_may_see_it() throws Exception {
        EngineTime.set("2026-10-10T09:00:00+08:00");
        open("/revisits", "nanjing-pmd")
                .andExpect(content().string(allOf(containsString("到期未列入计划"), containsString("2026-10-15"))));
        open("/revisits", "suzhou-pmd").andExpect(content().string(not(containsString("2026-10-15"))));
        compiled();
        open("/revisits", "nanjing-pmd").andExpect(content().string(not(containsString("到期未列入计划"))));
    }

    @Test
    void the_officer_edits_and_others_only_look() throws Exception {
        compiled();
        open("/revisit-plans/" + plan, "nanjing-performance-officer")
                .andExpect(content().string(allOf(containsString("取消本项"), containsString("增加一项回访"))));
        open("/revisit-plans/" + plan, "nanjing-pmd-manager")
                .andExpect(content().string(not(containsString("取消本项"))));
        web.perform(get("/revisit-plans/" + plan).with(httpBasic("suzhou-pmd", "demo")))
                .andExpect(status().isNotFound());
        open("/revisit-plans", "hq-pmd").andExpect(content().string(containsString("2026年下半年回访计划")));
        open("/revisit-plans", "suzhou-pmd").andExpect(content().string(not(containsString(plan))));
    }

    @Test
    void a_change_without_its_reason_comes_back_and_leaves_no_trace() throws Exception {
        compiled();
        long line = jdbc.sql("select id from revisit_plan_line where plan_no = ?")
                .param(plan)
                .query(Long.class)
                .single();
        change(line, "nanjing-performance-officer", "2026-11-02", "")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("改期原因:晚于到期日的必填"), containsString("value=\"2026-11-02\""))));
        change(line, "nanjing-performance-officer", "明天", "出差")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("回访日期:必填,格式为 2026-01-31")));
        change(line, "nanjing-pmd-manager", "2026-11-02", "业主出差")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有本单位生产履约管理岗可以修改回访计划")));
        open("/revisit-plans/" + plan, "nanjing-pmd").andExpect(content().string(containsString("2026-10-15")));
        change(line, "nanjing-performance-officer", "2026-11-02", "业主出差").andExpect(status().is3xxRedirection());
        open("/revisit-plans/" + plan, "nanjing-pmd")
                .andExpect(content().string(allOf(containsString("2026-11-02"), containsString("业主出差"))));
    }

    private void compiled() {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(plan)
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    private ResultActions open(String page, String person) throws Exception {
        return web.perform(get(page).with(httpBasic(person, "demo"))).andExpect(status().isOk());
    }

    private ResultActions change(long line, String person, String plannedOn, String reason) throws Exception {
        return web.perform(post("/revisit-plans/" + plan + "/lines/" + line)
                .param("deed", "change")
                .param("plannedOn", plannedOn)
                .param("channel", "ON_SITE")
                .param("reason", reason)
                .with(httpBasic(person, "demo")));
    }
}
