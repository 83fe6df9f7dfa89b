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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        // Plans made for a handful of cases would read all of them for each one deleted.
        jdbc.sql("analyze repair_case").update();
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from repair_case where case_no like 'SS-%'").update();
        for (String owned : List.of(
                "consultation where consultation_no",
                "training where training_no",
                "quality_item where item_no",
                "spot_check where check_no",
                "spot_draw where draw_no",
                "revisit where visit_no",
                "survey where survey_no")) {
            jdbc.sql("delete from " + owned + " like '%-2026-9000'").update();
        }
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

    /** Each kind of thing by its number, by whoever may see its unit and by nobody else. */
    @ParameterizedTest
    @CsvSource({
        "ZX-2026-9000, 咨询, /consultations/, 周敏 · 待解答",
        "PX-2026-9000, 培训, /training/, 综合 · 待编制资料",
        "ZL-2026-9000, 质量信息, /quality/, 直接接触 · 待分级",
        "CC-2026-9000, 抽查, /inspections/, 防水 · 待检查",
        "HF-2026-9000, 回访, /revisits/, 2026-03-05 · 待回访",
        "MYD-2026-9000, 满意度, /surveys/, 2026 年 · 待填写"
    })
    void what_has_a_number_is_found_by_it_in_its_unit(String number, String kind, String path, String detail)
            throws Exception {
        numbered();
        for (String person : List.of("nanjing-technician", "hq-quality", "admin")) {
            found(person, number.toLowerCase(Locale.ROOT))
                    .andExpect(jsonPath("$.length()").value(1))
                    .andExpect(jsonPath("$[0].number").value(number))
                    .andExpect(jsonPath("$[0].kind").value(kind))
                    .andExpect(jsonPath("$[0].title").value("紫峰寻物大厦"))
                    .andExpect(jsonPath("$[0].detail").value(detail))
                    .andExpect(jsonPath("$[0].path").value(path + number));
            web.perform(get(path + number).with(httpBasic(person, "demo")).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isOk());
        }
        found("suzhou-pmd", number).andExpect(jsonPath("$.length()").value(0));
        found("analyst", number).andExpect(jsonPath("$.length()").value(0));
    }

    /** One of each kind for the project of Nanjing. */
    private void numbered() {
        String[] statements = {
            "insert into consultation (consultation_no, project_code, unit, kind, channel, asker_name, asker_phone,"
                    + " question, received_at, recorded_at, recorded_by, due_at, stage) values ('ZX-2026-9000', 'SS-1',"
                    + " 'nanjing', 'QUESTION', 'PHONE', '周敏', '138', '怎样保养', now(), now(), 'x', now(), 'ASKED')",
            "insert into training (training_no, project_code, unit, subject, occasion, by_handover, stage, round_no,"
                    + " started_at, due_at) values ('PX-2026-9000', 'SS-1', 'nanjing', 'GENERAL', '交付', true,"
                    + " 'PREPARING', 0, now(), now())",
            "insert into quality_item (item_no, project_code, unit, source, content, raised_by, by_owner, raised_at,"
                    + " state, construction, design, quality_system, several, round_no) values ('ZL-2026-9000', 'SS-1',"
                    + " 'nanjing', 'CONTACT', '地面空鼓', 'x', false, now(), 'CLASSIFYING', true, false, false, false, 0)",
            "insert into spot_draw (draw_no, unit, method, topic, due_at, wanted, drawn_up_by, drawn_up_at) values"
                    + " ('CCPC-2026-9000', 'hq', 'CHOSEN', '防水', now(), 1, 'x', now())",
            "insert into revisit (visit_no, project_code, unit, planned_on, in_warranty, supervised, filed, stage, channel,"
                    + " created_at) values ('HF-2026-9000', 'SS-1', 'nanjing', date '2026-03-05', true, false, false,"
                    + " 'PLANNED', 'ON_SITE', now())",
            "insert into spot_check (check_no, draw_no, project_code, unit, checking_unit, topic, due_at, stage,"
                    + " ordered_at) values ('CC-2026-9000', 'CCPC-2026-9000', 'SS-1', 'nanjing', 'hq', '防水', now(), 'ORDERED',"
                    + " now())",
            "insert into survey (survey_no, project_code, unit, year_no, opened_at, contact_name, contact_phone, status)"
                    + " values ('MYD-2026-9000', 'SS-1', 'nanjing', 2026, now(), '周敏', '138', 'OPEN')"
        };
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
    }

    private ResultActions found(String person, String text) throws Exception {
        return web.perform(get("/api/search").param("q", text).with(httpBasic(person, "demo")))
                .andExpect(status().isOk());
    }
}
