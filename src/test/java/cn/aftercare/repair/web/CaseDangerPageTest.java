package cn.aftercare.repair.web;

import static cn.aftercare.repair.Walk.form;
import static cn.aftercare.repair.Walk.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The dangers of a case on its page, and its reclassification there. */
@EngineTest
@Import(Walk.class)
class CaseDangerPageTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MockMvc web;

    @BeforeEach
    void project() {
        walk.project();
        EngineTime.set("2025-09-22T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    private MockHttpSession session(String login) {
        MockHttpSession session = new MockHttpSession();
        AuthenticationUtil.getAuthsFromSession(session)
                .addOrReplace(AuthenticationUtil.createAuthentication(engine, login));
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, "the-token");
        return session;
    }

    private ResultActions page(String login, Repair repair) throws Exception {
        return web.perform(get("/cases/" + repair.caseNo()).session(session(login)))
                .andExpect(status().isOk());
    }

    private ResultActions classify(String login, Repair repair, String to, String reason) throws Exception {
        return web.perform(post("/cases/" + repair.caseNo() + "/classification")
                .session(session(login))
                .param("_csrf", "the-token")
                .param("to", to)
                .param("reason", reason));
    }

    @Test
    void a_manager_reclassifies_by_the_form() throws Exception {
        Repair repair = walk.reported(walk.report("2025-09-22T09:00:00+08:00"));
        page("nanjing-warranty-manager", repair)
                .andExpect(content().string(containsString("value=\"EMERGENCY\"")))
                .andExpect(content().string(containsString("value=\"MAJOR\"")))
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(not(containsString("value=\"ORDINARY\""))));

        web.perform(post("/cases/" + repair.caseNo() + "/classification")
                        .session(session("nanjing-warranty-manager"))
                        .accept(MediaType.TEXT_HTML)
                        .param("to", "EMERGENCY")
                        .param("reason", "水已漫出"))
                .andExpect(status().isForbidden());
        assertThat(repair.now().kind()).isEqualTo(CaseKind.ORDINARY);

        classify("nanjing-warranty-manager", repair, "EMERGENCY", " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("改判理由:必填")));
        classify("nanjing-warranty-manager", repair, "", "水已漫出")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("改判为:请选择")));
        classify("nanjing-warranty-manager", repair, "EMERGENCY", "水已漫出")
                .andExpect(status().isFound())
                .andExpect(redirectedUrlPattern("/cases/*?done=reclassified*"));
        assertThat(repair.now().kind()).isEqualTo(CaseKind.EMERGENCY);
        classify("nanjing-warranty-manager", repair, "EMERGENCY", "水已漫出")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("案件已经是紧急抢修")));
    }

    @Test
    void who_may_not_decide_has_no_form_and_is_refused() throws Exception {
        Repair repair = walk.reported(walk.report("2025-09-22T09:00:00+08:00"));
        page("nanjing-after-sales", repair).andExpect(content().string(not(containsString("id=\"classification\""))));
        classify("nanjing-after-sales", repair, "EMERGENCY", "水已漫出")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有维保经理、专业工程师和项目管理部经理可以改判案件")));
        classify("suzhou-warranty-manager", repair, "EMERGENCY", "水已漫出").andExpect(status().isNotFound());
        // The engineer raises, the manager alone decides the size.
        page("nanjing-engineer", repair)
                .andExpect(content().string(containsString("value=\"STRUCTURAL\"")))
                .andExpect(content().string(not(containsString("value=\"MAJOR\""))));
    }

    @Test
    void only_the_engineer_proposes_to_withdraw_a_structural_classification() throws Exception {
        Repair repair = walk.reported(walk.structural("2025-09-22T09:00:00+08:00"));
        walk.runDueJobs();
        page("nanjing-warranty-manager", repair).andExpect(content().string(not(containsString("提出撤销结构认定"))));
        page("nanjing-engineer", repair).andExpect(content().string(containsString("提出撤销结构认定")));
        web.perform(post("/cases/" + repair.caseNo() + "/withdrawal")
                        .session(session("nanjing-engineer"))
                        .param("_csrf", "the-token")
                        .param("evidence", "仅抹灰层开裂"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrlPattern("/cases/*?done=proposed*"));
        assertThat(repair.openTasks()).contains("维保经理意见");
    }

    @Test
    void what_was_done_about_the_danger_is_shown() throws Exception {
        Repair ordinary = walk.reported(walk.report("2025-09-22T09:00:00+08:00"));
        page("nanjing-pmd", ordinary)
                .andExpect(content().string(not(containsString("id=\"emergency\""))))
                .andExpect(content().string(not(containsString("id=\"structural\""))));

        Repair emergency = walk.reported(walk.emergency("2025-09-22T09:00:00+08:00", null));
        emergency.complete(
                "nanjing-warranty-manager",
                "派遣抢修人员",
                Map.of(
                        "dutyPerson",
                        "李建国 13900000000",
                        "neededCrew",
                        2,
                        "siteTechnician",
                        "nanjing-site-technician",
                        "crew",
                        list("技工1", "技工2"),
                        "borrowedCrew",
                        "",
                        "dispatchedAt",
                        form(EngineTime.now())));
        page("nanjing-pmd", emergency)
                .andExpect(content().string(containsString("id=\"emergency\"")))
                .andExpect(content().string(containsString("李建国 13900000000")));

        Repair structural = walk.reported(walk.structural("2025-09-22T09:00:00+08:00"));
        walk.runDueJobs();
        structural.complete(
                "nanjing-engineer",
                "征询原设计单位",
                Map.of(
                        "askedAt", form(EngineTime.now()),
                        "designer", "江苏省建筑设计院",
                        "designerAnswer", "REFUSES",
                        "designerEvidence", "复函<编号7>"));
        structural.complete(
                "nanjing-engineer",
                "委托有资质单位",
                Map.of(
                        "designerName", "某设计院",
                        "designerClass", "甲级",
                        "designerCertificate", "A132000001",
                        "engagedAt", form(EngineTime.now())));
        page("nanjing-pmd", structural)
                .andExpect(content().string(containsString("id=\"structural\"")))
                .andExpect(content().string(containsString("A132000001")))
                .andExpect(content().string(containsString("复函&lt;编号7&gt;")));
    }
}
