package cn.aftercare.project.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.testing.EngineTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who may import and read what, with real logins. */
@EngineTest
class ProjectAccessTest {

    private static final String SHEET = """
            工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目
            NJ-ACCESS-1,江宁办公楼,江宁置业,周敏,13800000000,南京,nanjing,分公司直管,2023-10-15,王明,防水;装修
            """;

    @Autowired
    private MockMvc web;

    @Test
    void theUnitsPmdImportsItsMembersReadAndOthersFindNothing() throws Exception {
        importAs("nanjing-engineer").andExpect(status().isForbidden());
        importAs("suzhou-pmd")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("第2行 管理单位"));
        importAs("nanjing-pmd").andExpect(status().isOk());
        importAs("admin")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unchanged").value(1));

        readAs("nanjing-engineer")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.acceptedOn").value("2023-10-15"))
                .andExpect(jsonPath("$.warrantyItems[1].end").value("2025-10-15"));
        readAs("hq-pmd").andExpect(status().isOk());
        readAs("suzhou-pmd").andExpect(status().isNotFound());
        web.perform(get("/api/projects/NJ-ACCESS-1")).andExpect(status().isUnauthorized());
    }

    @Test
    void onlyAdministratorsImportTheCalendar() throws Exception {
        web.perform(post("/api/calendar/2027")
                        .with(httpBasic("hq-pmd", "demo"))
                        .contentType("text/csv")
                        .content("date,type\n2027-01-01,OFF\n"))
                .andExpect(status().isForbidden());
        web.perform(post("/api/calendar/2027")
                        .with(httpBasic("admin", "demo"))
                        .contentType("text/csv")
                        .content("date,type\n2027-01-01,LATER\n"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("第2行 type"));
        web.perform(get("/api/calendar/working-days?from=2025-09-30&to=2025-10-14")
                        .with(httpBasic("suzhou-pmd", "demo"))
                        .accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.workingDays").value(6));
    }

    private ResultActions importAs(String user) throws Exception {
        return web.perform(multipart("/api/projects/import")
                .file(new MockMultipartFile("file", "a.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)))
                .with(httpBasic(user, "demo")));
    }

    private ResultActions readAs(String user) throws Exception {
        return web.perform(get("/api/projects/NJ-ACCESS-1").with(httpBasic(user, "demo")));
    }
}
