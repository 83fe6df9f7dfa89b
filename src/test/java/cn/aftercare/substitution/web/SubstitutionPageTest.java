package cn.aftercare.substitution.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The page {@code /substitutions} as people with real logins get it. */
@EngineTest
@Import(Walk.class)
class SubstitutionPageTest {

    private static final String ENGINEER = "nanjing-engineer";
    private static final String PMD = "nanjing-pmd";

    @Autowired
    MockMvc web;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void before() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
        jdbc.sql("delete from lent_group").update();
        jdbc.sql("delete from substitution").update();
    }

    @Test
    void a_leave_is_recorded_seen_by_the_unit_and_taken_back() throws Exception {
        record(ENGINEER, ENGINEER, "nanjing-pmd", "2026-03-04", "2026-03-05").andExpect(status().is3xxRedirection());
        String number = jdbc.sql("select substitution_no from substitution")
                .query(String.class)
                .single();
        page(ENGINEER)
                .andExpect(content()
                        .string(allOf(containsString(number), containsString("2026-03-04 至"), containsString("撤销"))));
        page("nanjing-materials").andExpect(content().string(allOf(containsString(number), not(containsString("撤销")))));
        page("hq-pmd").andExpect(content().string(containsString(number)));
        page("suzhou-pmd").andExpect(content().string(not(containsString(number))));

        end("suzhou-pmd", number).andExpect(status().isNotFound());
        end("nanjing-materials", number).andExpect(status().isForbidden());
        end(ENGINEER, number).andExpect(status().is3xxRedirection());
        end(ENGINEER, number)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("替岗 " + number + " 已撤销")));
    }

    @Test
    void people_choose_only_whom_they_may_decide_for() throws Exception {
        page(ENGINEER).andExpect(content().string(not(containsString("name=\"absent\" required><option value=\"\">"))));
        record(ENGINEER, "nanjing-materials", "nanjing-pmd", "2026-03-04", "2026-03-05")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有本人、本单位项目管理部和系统管理员可以登记或结束替岗")));
        record(PMD, "nanjing-materials", ENGINEER, "2026-03-04", "2026-03-05").andExpect(status().is3xxRedirection());
        record("admin", "nanjing-technician", ENGINEER, "2026-03-04", "2026-03-05")
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void what_is_wrong_comes_back_with_what_was_typed() throws Exception {
        record(PMD, ENGINEER, "nanjing-materials", "2026-03-05", "2026-03-04")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("休假末日:不能早于休假首日"),
                                containsString("value=\"2026-03-05\""),
                                containsString("value=\"年休假\""))));
    }

    private ResultActions page(String person) throws Exception {
        return web.perform(get("/substitutions").with(httpBasic(person, "demo")))
                .andExpect(status().isOk());
    }

    private ResultActions record(String person, String absent, String substitute, String first, String last)
            throws Exception {
        return web.perform(post("/substitutions")
                .with(httpBasic(person, "demo"))
                .param("unit", "nanjing")
                .param("absent", absent)
                .param("substitute", substitute)
                .param("firstDay", first)
                .param("lastDay", last)
                .param("reason", "年休假"));
    }

    private ResultActions end(String person, String number) throws Exception {
        return web.perform(post("/substitutions/" + number + "/end").with(httpBasic(person, "demo")));
    }
}
