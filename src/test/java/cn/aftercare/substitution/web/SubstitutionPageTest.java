package cn.aftercare.substitution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
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
    void nobody_takes_over_a_colleagues_roles_alone() throws Exception {
        record(PMD, "nanjing-materials", PMD, "2026-03-04", "2026-03-05")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("替岗人:代他人登记休假的,不能由登记人自己替岗")));
        record(PMD, "nanjing-pmd-manager", ENGINEER, "2026-03-04", "2026-03-05")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("休假人:项目管理部经理、总部最高管理者和质量部门的休假")));
        assertRecorded(0);
        record("nanjing-pmd-manager", "nanjing-pmd-manager", ENGINEER, "2026-03-04", "2026-03-05")
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

    @Test
    void a_sheet_of_leave_is_recorded_once() throws Exception {
        String[] sheet = {
            "管理单位,休假人,替岗人,休假首日,休假末日,事由",
            "南京分公司,nanjing-engineer,nanjing-pmd,2026/3/4,2026年3月5日,年休假",
            "suzhou,suzhou-pmd,suzhou-materials,2026-03-04,2026-03-04,病假"
        };
        imported("admin", true, sheet)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("检查通过,尚未保存")));
        assertRecorded(0);
        imported("admin", false, sheet)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已导入")));
        assertRecorded(2);
        assertThat(instances()).isEqualTo(2);
        imported("admin", false, sheet).andExpect(content().string(containsString("已有\n")));
        assertRecorded(2);

        String number = jdbc.sql("select substitution_no from substitution where unit = 'suzhou'")
                .query(String.class)
                .single();
        end("admin", number);
        imported("admin", false, sheet).andExpect(content().string(containsString("第3行 " + number + " 已撤销,没有再次登记")));
        assertRecorded(2);
        // Over, and no error for it.
        EngineTime.set("2026-04-01T09:00:00+08:00");
        imported("admin", false, sheet).andExpect(status().isOk());
        assertRecorded(2);
    }

    @Test
    void every_leave_is_checked_before_any_is_recorded() throws Exception {
        record("admin", ENGINEER, PMD, "2026-03-10", "2026-03-11");
        imported(
                        "admin",
                        false,
                        "管理单位,休假人,替岗人,休假首日,休假末日,事由",
                        "南京分公司,nanjing-technician,nanjing-materials,2026-03-04,2026-03-05,年休假",
                        "南京分公司,nanjing-materials,nanjing-technician,2026-03-05,2026-03-06,年休假",
                        "武汉分公司,nanjing-materials,x,2026-03-40,2026-03-06,年休假",
                        "nanjing,suzhou-pmd,nanjing-pmd,2026-03-06,2026-03-05,",
                        "nanjing,nanjing-pmd,nanjing-engineer,2026-03-11,2026-03-12,年休假")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("共 8 处错误,未导入任何数据"),
                                containsString("与第2行的休假相冲突:同一天不能重复休假,也不能既休假又替岗"),
                                containsString("没有“武汉分公司”"),
                                containsString("应为 2026-01-31 的写法"),
                                containsString("必填"),
                                containsString("请先另派替岗人"),
                                containsString("本人休假"))));
        assertRecorded(1);
    }

    @Test
    void only_administrators_import_leave() throws Exception {
        String[] sheet = {
            "管理单位,休假人,替岗人,休假首日,休假末日,事由", "nanjing,nanjing-engineer,nanjing-materials,2026-03-04,2026-03-05,年休假"
        };
        imported(PMD, false, sheet)
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有系统管理员可以导入休假")));
        assertRecorded(0);
        web.perform(get("/api/substitutions/template.xlsx").with(httpBasic(PMD, "demo")))
                .andExpect(status().isForbidden());
        web.perform(get("/api/substitutions/template.xlsx").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk());
        web.perform(multipart("/api/substitutions/import").file(file(sheet)).with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(1));
        page(PMD).andExpect(content().string(not(containsString("导入休假表"))));
        page("admin").andExpect(content().string(containsString("导入休假表")));
    }

    private void assertRecorded(long count) {
        assertThat(jdbc.sql("select count(*) from substitution")
                        .query(Long.class)
                        .single())
                .isEqualTo(count);
    }

    private long instances() {
        return jdbc.sql("select count(*) from act_ru_execution where business_key_ like 'TG-%'")
                .query(Long.class)
                .single();
    }

    private ResultActions imported(String person, boolean dryRun, String... lines) throws Exception {
        return web.perform(multipart("/substitutions/import")
                .file(file(lines))
                .param("dryRun", String.valueOf(dryRun))
                .with(httpBasic(person, "demo")));
    }

    private static MockMultipartFile file(String... lines) {
        return new MockMultipartFile(
                "file", "休假.csv", "text/csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
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
