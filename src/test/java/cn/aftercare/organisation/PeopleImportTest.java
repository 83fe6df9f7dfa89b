package cn.aftercare.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.organisation.app.Deputies;
import cn.aftercare.organisation.app.Memberships;
import cn.aftercare.testing.EngineTest;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The people sheet: who comes, what changes, what is refused, and that a password is told once. */
@EngineTest
class PeopleImportTest {

    private static final String HEADER = "登录名,姓名,岗位,邮箱";
    private static final String WANG = "wangwu,王五,南京分公司 维保经理;南京分公司项目管理部,wangwu@company.example";
    private static final String LI = "li.si_4,李四,总部 质量部门,";

    @Autowired
    MockMvc web;

    @Autowired
    IdentityService identity;

    @Autowired
    Memberships memberships;

    @Autowired
    Deputies deputies;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void clear() {
        jdbc.sql("delete from lent_group").update();
        jdbc.sql("delete from substitution").update();
        List.of("wangwu", "li.si_4").forEach(identity::deleteUser);
    }

    @Test
    void new_people_get_their_roles_and_a_password_that_is_told_once() throws Exception {
        String answer = imported("admin", HEADER, WANG, LI)
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(jsonPath("$.created").value(2))
                .andExpect(jsonPath("$.passwords.length()").value(2))
                .andExpect(jsonPath("$.passwords[0].login").value("wangwu"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String first = JsonPath.read(answer, "$.passwords[0].password");
        String second = JsonPath.read(answer, "$.passwords[1].password");
        assertThat(first).hasSize(16).isNotEqualTo(second).isNotEqualTo("demo");

        User wang = identity.createUserQuery().userId("wangwu").singleResult();
        assertThat(wang.getFirstName()).isEqualTo("王五");
        assertThat(wang.getEmail()).isEqualTo("wangwu@company.example");
        assertThat(memberships.of("wangwu")).containsExactlyInAnyOrder("nanjing-warranty-manager", "nanjing-pmd");
        assertThat(memberships.of("li.si_4")).containsExactly("hq-quality");
        web.perform(get("/cases").with(httpBasic("wangwu", first)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("王五")));
        web.perform(get("/cases").with(httpBasic("li.si_4", first))).andExpect(status().isUnauthorized());
    }

    @Test
    void the_same_sheet_again_changes_nothing_and_tells_no_password() throws Exception {
        imported("admin", HEADER, WANG, LI);
        String before = password("wangwu");
        imported("admin", HEADER, WANG, LI)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.updated").value(0))
                .andExpect(jsonPath("$.unchanged").value(2))
                .andExpect(jsonPath("$.warnings.length()").value(0))
                .andExpect(jsonPath("$.passwords.length()").value(0));
        assertThat(password("wangwu")).isEqualTo(before);
        assertThat(memberships.of("wangwu")).hasSize(2);
    }

    @Test
    void what_the_sheet_says_counts_from_now_on() throws Exception {
        imported("admin", HEADER, WANG, LI);
        identity.createMembership("wangwu", "analyst");
        String before = password("wangwu");
        imported("admin", HEADER, "wangwu,王武,苏州分公司 维保经理,", LI)
                .andExpect(jsonPath("$.updated").value(1))
                .andExpect(jsonPath("$.unchanged").value(1))
                .andExpect(jsonPath("$.warnings[0]").value("第2行 wangwu:不再担任南京分公司 项目管理部、南京分公司 维保经理"));
        User wang = identity.createUserQuery().userId("wangwu").singleResult();
        assertThat(wang.getFirstName()).isEqualTo("王武");
        assertThat(wang.getEmail()).isEmpty();
        // Who may change models is not the sheet's to decide.
        assertThat(memberships.of("wangwu")).containsExactlyInAnyOrder("suzhou-warranty-manager", "analyst");
        assertThat(password("wangwu")).isEqualTo(before);
        imported("admin", "登录名,姓名,岗位", "wangwu,王武,无")
                .andExpect(jsonPath("$.updated").value(1));
        assertThat(memberships.of("wangwu")).containsExactly("analyst");
    }

    @Test
    void every_row_is_checked_before_anything_is_stored() throws Exception {
        imported(
                        "admin",
                        HEADER,
                        WANG,
                        "wang@wu,,南京分公司 经理,x",
                        "WangWu,王五,,a@b.invalid",
                        "system,系统,总部 授课教员;总部 授课教员,",
                        "Admin,管理员,无,")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].message")
                        .value(org.hamcrest.Matchers.contains(
                                "第3行 姓名:必填",
                                "第3行 登录名“wang@wu”:只能含字母、数字、点、下划线和连字符,以字母或数字开头",
                                "第3行 岗位“南京分公司 经理”:没有岗位“南京分公司 经理”(南京分公司的岗位:售后服务专员、维保经理、专业工程师、"
                                        + "专职维修技工、售后维修技术人员、经营人员、物资部、项目管理部、项目管理部经理、生产履约管理岗、市场商务部、后期维保专员)",
                                "第3行 邮箱“x”:不是邮箱地址",
                                "第4行 岗位:必填",
                                "第4行 登录名“WangWu”:与第2行重复",
                                "第4行 邮箱“a@b.invalid”:不是邮箱地址",
                                "第5行 登录名“system”:是系统自用的名称,请换一个",
                                "第5行 岗位“总部 授课教员;总部 授课教员”:岗位“总部 授课教员”重复",
                                "第6行 登录名“Admin”:与已有的登录名“admin”只差大小写")));
        assertThat(identity.createUserQuery().userId("wangwu").count()).isZero();
    }

    @Test
    void a_check_stores_nothing_and_tells_no_password() throws Exception {
        web.perform(multipart("/api/people/import")
                        .file(file(HEADER, WANG))
                        .param("dryRun", "true")
                        .with(httpBasic("admin", "demo")))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.passwords.length()").value(0));
        assertThat(identity.createUserQuery().userId("wangwu").count()).isZero();
    }

    @Test
    void only_administrators_import_and_export() throws Exception {
        for (String person : List.of("hq-pmd-manager", "hq-top-management", "analyst")) {
            imported(person, HEADER, WANG).andExpect(status().isForbidden());
            for (String path : List.of("/people", "/api/people/export.xlsx", "/api/people/template.xlsx")) {
                web.perform(get(path).with(httpBasic(person, "demo"))).andExpect(status().isForbidden());
            }
            web.perform(multipart("/people/import").file(file(HEADER, WANG)).with(httpBasic(person, "demo")))
                    .andExpect(status().isForbidden());
        }
        assertThat(identity.createUserQuery().userId("wangwu").count()).isZero();
    }

    @Test
    void a_lent_role_is_neither_taken_nor_lost_when_the_sheet_gives_it() throws Exception {
        imported("admin", HEADER, LI);
        jdbc.sql("""
                        insert into substitution (substitution_no, unit, absent_user, substitute_user, first_day, last_day,
                            reason, status, recorded_by, recorded_at)
                        values ('TG-1', 'nanjing', 'nanjing-pmd', 'li.si_4', date '2026-01-01', date '2026-01-02',
                            '年休假', 'ACTIVE', 'admin', now())
                        """).update();
        jdbc.sql("insert into lent_group (substitution_no, group_id) values ('TG-1', 'nanjing-pmd')")
                .update();
        memberships.add("li.si_4", "nanjing-pmd");

        imported("admin", HEADER, LI).andExpect(jsonPath("$.unchanged").value(1));
        assertThat(memberships.of("li.si_4")).containsExactlyInAnyOrder("hq-quality", "nanjing-pmd");
        assertThat(deputies.lentTo("li.si_4")).containsExactly("nanjing-pmd");

        String both = "li.si_4,李四,总部 质量部门;南京分公司 项目管理部,";
        imported("admin", HEADER, both).andExpect(jsonPath("$.updated").value(1));
        imported("admin", HEADER, both).andExpect(jsonPath("$.unchanged").value(1));
        assertThat(deputies.lentTo("li.si_4")).isEmpty();
        assertThat(memberships.of("li.si_4")).containsExactlyInAnyOrder("hq-quality", "nanjing-pmd");
    }

    @Test
    void the_page_shows_the_passwords_with_the_answer_only() throws Exception {
        web.perform(multipart("/people/import")
                        .file(file(HEADER, WANG))
                        .param("dryRun", "false")
                        .with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("只在此处显示一次"),
                                containsString("download=\"初始密码.csv\" href=\"data:text/csv;charset=utf-8;base64,"),
                                containsString("<td data-label=\"登录名\">wangwu</td>"))));
        web.perform(get("/people").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("wangwu"))));
        web.perform(multipart("/people/import").file(file(HEADER, "wangwu,,无,")).with(httpBasic("admin", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(allOf(containsString("必填"), containsString("共 1 处错误,未导入任何数据"))));
        web.perform(multipart("/people/import").with(httpBasic("admin", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("请选择人员表文件")));
    }

    @Test
    void what_is_exported_can_be_imported_and_changes_nothing() throws Exception {
        imported("admin", HEADER, WANG, LI);
        byte[] sheet = download("/api/people/export.xlsx");
        assertThat(column(sheet, 2)).contains("南京分公司 维保经理;南京分公司 项目管理部", "无");
        web.perform(multipart("/api/people/import")
                        .file(new MockMultipartFile("file", sheet))
                        .with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.updated").value(0));
        assertThat(column(download("/api/people/template.xlsx"), 0)).containsExactly("登录名");
    }

    private byte[] download(String path) throws Exception {
        return web.perform(get(path).with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static List<String> column(byte[] xlsx, int index) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                cells.add(row.getCell(index).getStringCellValue());
            }
        }
        return cells;
    }

    /** As the database has it: a hash. */
    private String password(String login) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    private ResultActions imported(String person, String... lines) throws Exception {
        return web.perform(multipart("/api/people/import").file(file(lines)).with(httpBasic(person, "demo")));
    }

    private static MockMultipartFile file(String... lines) {
        return new MockMultipartFile(
                "file", "人员.csv", "text/csv", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
