package cn.aftercare.search;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** One field finds projects, cases and visits, among ten thousand, and only what the person may see. */
@EngineTest
@Import(Walk.class)
class SearchTest {

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @BeforeEach
    void thousands() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
        walk.project("SS-1", "nanjing", LocalDate.parse("2025-05-01"));
        walk.project("SS-2", "suzhou", LocalDate.parse("2025-05-01"));
        jdbc.sql("update project set name = '紫峰寻物大厦' where code in ('SS-1', 'SS-2')")
                .update();
        jdbc.sql("update project set owner_name = '寻物置业', owner_phone = '025-8888 7777' where code = 'SS-1'")
                .update();
        jdbc.sql("""
                        insert into repair_case (case_no, project_code, unit, received_at, recorded_at, recorded_by, channel,
                            reporter_name, reporter_phone, category, location, description, emergency, structural,
                            public_area, stage, severity)
                        select 'SS-' || n, 'SS-1', 'nanjing', timestamp with time zone '2026-03-01 08:00:00+08'
                                + n * interval '1 minute', current_timestamp, 'x', 'PHONE', '寻物人' || n,
                            '139' || (10000000 + n), 'DECORATION', '寻物层' || n, '开裂', false, false, false, 'CLOSED',
                            'MINOR'
                        from generate_series(1, 10000) n
                        """).update();
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from repair_case where case_no like 'SS-%'").update();
        walk.clear();
    }

    @Test
    void everything_is_found_by_number_name_owner_place_and_phone() throws Exception {
        found("nanjing-pmd", "ss-9999").andExpect(jsonPath("$[0].path").value("/cases/SS-9999"));
        found("nanjing-pmd", "寻物置业").andExpect(jsonPath("$[0].path").value("/projects/SS-1"));
        found("nanjing-pmd", "02588887777").andExpect(jsonPath("$[0].path").value("/projects/SS-1"));
        found("nanjing-pmd", "139 1000 1234").andExpect(jsonPath("$[0].path").value("/cases/SS-1234"));
        found("nanjing-pmd", "寻物人7777")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].title").value("装修 · 寻物层7777"))
                .andExpect(jsonPath("$[0].detail").value("紫峰寻物大厦 · 已结案"));
        found("nanjing-pmd", "寻物%7").andExpect(jsonPath("$.length()").value(0));
    }

    /** Of each kind a handful, the newest cases first. */
    @Test
    void while_somebody_types_a_few_are_offered() throws Exception {
        found("nanjing-pmd", "寻物")
                .andExpect(jsonPath("$.length()").value(6))
                .andExpect(jsonPath("$[0].kind").value("工程"))
                .andExpect(jsonPath("$[1].number").value("SS-10000"));
        web.perform(get("/search")
                        .param("q", "寻物")
                        .with(httpBasic("nanjing-pmd", "demo"))
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("SS-9951"), not(containsString("SS-9950")))));
    }

    @Test
    void a_branch_finds_its_own_and_headquarters_all() throws Exception {
        found("suzhou-pmd", "寻物")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].number").value("SS-2"));
        found("hq-pmd", "紫峰寻物").andExpect(jsonPath("$.length()").value(7));
        found("analyst", "寻物").andExpect(jsonPath("$.length()").value(0));
        web.perform(get("/api/search").param("q", "寻物")).andExpect(status().isUnauthorized());
    }

    private ResultActions found(String person, String text) throws Exception {
        return web.perform(get("/api/search").param("q", text).with(httpBasic(person, "demo")))
                .andExpect(status().isOk());
    }
}
