package cn.aftercare.handover.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The page {@code /projects/{code}/team} as people with real logins get it. */
@EngineTest
@Import(Walk.class)
class ProjectTeamPageTest {

    private static final String CODE = "RY-PAGE";
    private static final String PMD = "nanjing-pmd";
    private static final String PMD_MANAGER = "nanjing-pmd-manager";

    @Autowired
    MockMvc web;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void before() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
        jdbc.sql("delete from team_period where project_code = ?").param(CODE).update();
        walk.project(CODE, "nanjing", LocalDate.of(2025, 1, 10));
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void the_unit_names_people_everybody_of_it_sees_them_and_others_nothing() throws Exception {
        page(PMD, "/team")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("更换人员"), not(containsString("关闭工程</button>")))));
        replace(PMD, "POST_WARRANTY_FIRST", "nanjing-post-warranty", "2026-03-02", "保修期将满")
                .andExpect(redirectedUrl("/projects/" + CODE + "/team?moved=0"));
        page("nanjing-materials", "/team")
                .andExpect(content()
                        .string(allOf(
                                containsString("过保管理人员(一)"),
                                containsString("保修期将满"),
                                containsString("2025-01-10 至"),
                                not(containsString("更换人员")))));
        page("hq-pmd", "/team").andExpect(content().string(not(containsString("更换人员"))));
        page("suzhou-pmd", "/team").andExpect(status().isNotFound());
        page(PMD, "")
                .andExpect(content().string(allOf(containsString("人员变动"), containsString("自 2026-03-02 起。保修期将满"))));
    }

    @Test
    void what_is_wrong_comes_back_with_what_was_typed() throws Exception {
        replace(PMD, "POST_WARRANTY_FIRST", "nanjing-post-warranty", "2026-03-03", "将满")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(allOf(containsString("自何日起:不能晚于今天"), containsString("value=\"将满\""))));
        replace(PMD, "CHIEF", "nanjing-post-warranty", "2026-03-02", "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(allOf(containsString("岗位:请选择"), containsString("原因:必填"))));
        replace("nanjing-materials", "ENGINEER", "nanjing-engineer", "2026-03-02", "x")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有管理单位的项目管理部可以更换人员")));
        replace("suzhou-pmd", "ENGINEER", "nanjing-engineer", "2026-03-02", "x").andExpect(status().isNotFound());
    }

    @Test
    void the_manager_closes_the_project_and_it_says_so() throws Exception {
        close(PMD, "合同终止").andExpect(status().isForbidden());
        close(PMD_MANAGER, " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("关闭原因:必填")));
        String caseNo = walk.reported(Walk.at(CODE, walk.report("2026-03-02T09:00:00+08:00")))
                .caseNo();
        close(PMD_MANAGER, "合同终止")
                .andExpect(status().isConflict())
                .andExpect(
                        content().string(allOf(containsString("尚有未办结事项:" + caseNo), containsString("value=\"合同终止\""))));
        walk.clear();
        jdbc.sql("update repair_case set closed_at = received_at, stage = 'CLOSED' where case_no = ?")
                .param(caseNo)
                .update();
        close(PMD_MANAGER, "合同终止").andExpect(redirectedUrl("/projects/" + CODE));
        page(PMD_MANAGER, "")
                .andExpect(content().string(allOf(containsString("已关闭 2026-03-02"), containsString("合同终止"))));
        page(PMD_MANAGER, "/team")
                .andExpect(content().string(allOf(not(containsString("更换人员")), not(containsString("关闭工程</button>")))));
    }

    private ResultActions page(String person, String below) throws Exception {
        return web.perform(get("/projects/" + CODE + below).with(httpBasic(person, "demo")));
    }

    private ResultActions replace(String by, String role, String person, String fromOn, String reason)
            throws Exception {
        return web.perform(post("/projects/" + CODE + "/team")
                .with(httpBasic(by, "demo"))
                .param("role", role)
                .param("userId", person)
                .param("fromOn", fromOn)
                .param("reason", reason));
    }

    private ResultActions close(String by, String reason) throws Exception {
        return web.perform(
                post("/projects/" + CODE + "/close").with(httpBasic(by, "demo")).param("closeReason", reason));
    }
}
