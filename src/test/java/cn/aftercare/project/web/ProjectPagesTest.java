package cn.aftercare.project.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of the projects and of the calendar. */
@EngineTest
class ProjectPagesTest {

    private static final String HEAD = "工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目\n";

    @Autowired
    MockMvc web;

    @Test
    void a_sheet_is_checked_first_then_imported_and_the_project_shown() throws Exception {
        importSheet("nanjing-pmd", "NJ-PAGE-1,页面工程,业主<b>,周敏,13800000000,南京,wuhan,分公司直管,2023-10-15,王明,防水", true)
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("<td data-label=\"行\">2</td>"),
                                containsString("<td data-label=\"列\">管理单位</td>"),
                                containsString("<td data-label=\"内容\">wuhan</td>"))));
        String good = "NJ-PAGE-1,页面工程,业主<b>,周敏,13800000000,南京,nanjing,分公司直管,2023-10-15,王明,防水;装修";
        importSheet("nanjing-pmd", good, true).andExpect(content().string(containsString("检查通过,尚未保存")));
        open("/projects/NJ-PAGE-1", "nanjing-pmd").andExpect(status().isNotFound());
        importSheet("nanjing-pmd", good, false).andExpect(status().isOk());
        importSheet("nanjing-engineer", good, false)
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));

        EngineTime.set("2025-10-14T12:00:00+08:00");
        open("/projects/NJ-PAGE-1", "nanjing-engineer")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("业主&lt;b&gt;"),
                                containsString("2025-10-15"),
                                containsString(">1 天<"),
                                containsString("专职维修技工不足 6 名"))));
        open("/projects?q=页面", "nanjing-engineer")
                .andExpect(
                        content().string(allOf(containsString("/projects/NJ-PAGE-1"), not(containsString("导入工程表")))));
        open("/projects?q=页面", "suzhou-pmd").andExpect(content().string(containsString("没有符合条件的工程")));
        open("/projects/NJ-PAGE-1", "suzhou-pmd").andExpect(status().isNotFound());
    }

    @Test
    void the_calendar_of_a_year_is_imported_by_administrators() throws Exception {
        importYear("admin", "date,type\n2031-01-01,LATER\n")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("第2行 type")));
        importYear("hq-pmd", "date,type\n2031-01-01,OFF\n").andExpect(status().isForbidden());
        importYear("admin", "date,type\n2031-01-01,OFF\n").andExpect(redirectedUrl("/calendar?year=2031&done=new"));
        open("/calendar", "suzhou-technician")
                .andExpect(content()
                        .string(allOf(
                                containsString("2031"),
                                containsString("随产品提供"),
                                not(containsString("multipart/form-data")))));
    }

    private ResultActions open(String path, String user) throws Exception {
        return web.perform(get(path).with(httpBasic(user, "demo")).accept(MediaType.TEXT_HTML));
    }

    private ResultActions importSheet(String user, String row, boolean dryRun) throws Exception {
        byte[] sheet = (HEAD + row + "\n").getBytes(StandardCharsets.UTF_8);
        return web.perform(multipart("/projects/import")
                .file(new MockMultipartFile("file", "工程.csv", "text/csv", sheet))
                .param("dryRun", String.valueOf(dryRun))
                .with(httpBasic(user, "demo"))
                .accept(MediaType.TEXT_HTML));
    }

    private ResultActions importYear(String user, String csv) throws Exception {
        return web.perform(multipart("/calendar")
                .file(new MockMultipartFile("file", "2031.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("year", "2031")
                .with(httpBasic(user, "demo"))
                .accept(MediaType.TEXT_HTML));
    }
}
