package cn.aftercare.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Steps;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of spot checks and monthly reports as people with real logins get them. */
@EngineTest
@Import({Walk.class, Steps.class})
class InspectionPagesTest {

    private static final String MAY = "ZGBS-2026-05-nanjing";

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    SpotChecks checks;

    @Autowired
    MonthlyReports reports;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private String draw;
    private String check;

    @BeforeEach
    void aCheckByHeadquarters() {
        jdbc.sql("update project set closed_on = accepted_on where closed_on is null")
                .update();
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project();
        walk.project("SZ-2023-001", "suzhou", LocalDate.parse("2023-10-15"));
        draw = steps.start(
                "hq-pmd",
                "spot-check",
                new HashMap<>(Map.of(
                        "unit",
                        "hq",
                        "checkBy",
                        "2026-06-03",
                        "topic",
                        "防水专项",
                        "method",
                        "RANDOM",
                        "wanted",
                        1,
                        "scope",
                        Walk.list("nanjing"))));
        steps.job(draw);
        check = checks.ofDraw(draw).get(0).checkNo();
    }

    @AfterEach
    void clear() {
        walk.clear();
        for (String table : List.of(
                "rectification_line",
                "rectification_report",
                "spot_rectification",
                "spot_finding",
                "spot_check_item",
                "spot_check",
                "spot_draw_project",
                "spot_draw")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update project set management_mode = 'BRANCH_DIRECT'").update();
    }

    @Test
    void a_branch_sees_the_checks_of_its_own_projects() throws Exception {
        open("/inspections", "nanjing-pmd")
                .andExpect(content().string(allOf(containsString(check), containsString("总部抽查"))));
        open("/inspections", "hq-pmd").andExpect(content().string(containsString(check)));
        open("/inspections", "suzhou-pmd")
                .andExpect(content().string(allOf(not(containsString(check)), containsString("没有符合条件的抽查。"))));
        web.perform(get("/inspections/" + check).with(httpBasic("suzhou-pmd", "demo")))
                .andExpect(status().isNotFound());
        // The draw is headquarters' own; what a branch may see is its check.
        web.perform(get("/inspections/" + draw).with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isNotFound());
        web.perform(get("/inspections").param("unit", "suzhou").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isNotFound());
        web.perform(get("/inspections/nothing").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isNotFound());
    }

    @Test
    void lists_are_narrowed_by_unit_month_and_status_and_page() throws Exception {
        open("/inspections?month=2026-05&status=ORDERED&unit=nanjing", "hq-pmd")
                .andExpect(content().string(containsString(check)));
        open("/inspections?month=2026-06", "hq-pmd").andExpect(content().string(not(containsString(check))));
        open("/inspections?status=CLOSED", "hq-pmd").andExpect(content().string(not(containsString(check))));
        open("/inspections?page=7", "hq-pmd").andExpect(content().string(not(containsString(check))));
        web.perform(get("/inspections?month=Mai").with(httpBasic("hq-pmd", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("月份:“Mai”不是月份(应为 2026-05 的写法)")));
        web.perform(get("/inspections?status=GONE").with(httpBasic("hq-pmd", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("状态:没有状态“GONE”")));
        open("/inspections?list=draws", "hq-pmd")
                .andExpect(content().string(allOf(containsString(draw), containsString(">1 / 1<"))));
        EngineTime.set("2026-06-04T00:00:00+08:00");
        open("/inspections", "hq-pmd").andExpect(content().string(containsString("已过期")));
    }

    @Test
    void the_list_of_draws_counts_what_was_drawn_from_how_many() throws Exception {
        String all = steps.start(
                "hq-pmd",
                "spot-check",
                new HashMap<>(Map.of(
                        "unit", "hq", "checkBy", "2026-06-03", "topic", "幕墙专项", "method", "RANDOM", "wanted", 1)));
        open("/inspections?list=draws", "hq-pmd")
                .andExpect(content().string(stringContainsInOrder(all, "幕墙专项", ">1 / 2<", draw, "防水专项", ">1 / 1<")));
        open("/inspections?list=draws", "nanjing-pmd")
                .andExpect(content().string(allOf(not(containsString(draw)), not(containsString(all)))));
    }

    @Test
    void the_draw_shows_what_proves_it() throws Exception {
        String seed = jdbc.sql("select seed from spot_draw where draw_no = ?")
                .param(draw)
                .query(String.class)
                .single();
        open("/inspections/" + draw, "hq-performance-officer")
                .andExpect(content()
                        .string(allOf(
                                containsString(seed),
                                containsString("结果与抽取结果一致"),
                                containsString("抽中 " + check),
                                containsString("1个"))));
        // Somebody who meddles with the result is found out.
        jdbc.sql("update spot_draw_project set drawn = false where draw_no = ?")
                .param(draw)
                .update();
        open("/inspections/" + draw, "hq-pmd").andExpect(content().string(containsString("重新计算的结果与抽取结果不一致。")));
    }

    @Test
    void the_check_shows_findings_rounds_photos_and_story() throws Exception {
        web.perform(multipart("/inspections/" + check + "/attachments")
                        .file(new MockMultipartFile("file", "现场.jpg", "image/jpeg", SampleFiles.jpeg("现场")))
                        .param("purpose", "PHOTO")
                        .with(httpBasic("hq-pmd", "demo")))
                .andExpect(status().is3xxRedirection());
        web.perform(multipart("/inspections/" + check + "/attachments")
                        .file(new MockMultipartFile("file", "页面.html", "text/html", SampleFiles.html()))
                        .param("purpose", "PHOTO")
                        .with(httpBasic("hq-pmd", "demo")))
                .andExpect(status().isBadRequest());
        found();
        open("/inspections/" + check, "nanjing-pmd")
                .andExpect(content()
                        .string(allOf(
                                containsString("现场.jpg"),
                                containsString("3层卫生间"),
                                containsString("墙面渗漏"),
                                containsString("2026-06-04 24:00"),
                                containsString("已检查"),
                                containsString("未检查"),
                                containsString("登记检查"))));
        open("/inspections", "nanjing-pmd").andExpect(content().string(containsString("1项,未合格1项")));
        EngineTime.set("2026-06-05T00:00:00+08:00");
        open("/inspections", "nanjing-pmd").andExpect(content().string(containsString("逾期1项")));
        open("/inspections/" + check, "nanjing-pmd").andExpect(content().string(containsString("已逾期")));
    }

    @Test
    void the_form_tells_who_opens_it_what_it_is_about() throws Exception {
        String form = open("/forms/spot-check-site/" + check, "hq-pmd")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(form).contains("防水专项", "维保人员:", "/inspections/" + check, "2026-05-20T09:00");
        found();
        assertThat(open("/forms/spot-check-rectify/" + check + "-1", "nanjing-engineer")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("墙面渗漏", "3层卫生间");
        web.perform(get("/forms/spot-check-rectify/" + check + "-1").with(httpBasic("suzhou-engineer", "demo")))
                .andExpect(status().isNotFound());
        // A branch is offered its own unit and projects only.
        assertThat(open("/forms/spot-check-start", "nanjing-pmd")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(Walk.PROJECT, "南京分公司")
                .doesNotContain("SZ-2023-001", "苏州分公司");
        assertThat(open("/forms/spot-check-start", "hq-pmd")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(Walk.PROJECT, "SZ-2023-001", "苏州分公司");
    }

    @Test
    void the_officer_remarks_others_read_and_everybody_who_may_downloads() throws Exception {
        jdbc.sql("update project set management_mode = 'HQ_AUTHORISED' where code = ?")
                .param(Walk.PROJECT)
                .update();
        found();
        EngineTime.set("2026-05-26T01:00:00+08:00");
        assertThat(reports.startDue()).containsExactly(MAY);
        steps.job(MAY);
        open("/inspections/" + MAY, "nanjing-performance-officer")
                .andExpect(content().string(allOf(containsString("墙面渗漏"), containsString("保存"))));
        open("/inspections/" + MAY, "hq-performance-officer")
                .andExpect(content().string(allOf(containsString("未完成"), not(containsString("保存")))));
        remark("nanjing-pmd", 1, "业主出差").andExpect(status().isForbidden());
        remark("nanjing-performance-officer", 2, "业主出差").andExpect(status().isNotFound());
        remark("nanjing-performance-officer", 1, "长".repeat(501))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("说明:不能超过500个字")));
        remark("suzhou-performance-officer", 1, "业主出差").andExpect(status().isNotFound());
        remark("nanjing-performance-officer", 1, "业主出差").andExpect(status().is3xxRedirection());
        steps.complete("nanjing-performance-officer", MAY, "确认整改情况", Map.of("remarks", "已核验"));
        remark("nanjing-performance-officer", 1, "再补充").andExpect(status().isConflict());
        open("/inspections/" + MAY, "hq-performance-officer")
                .andExpect(content().string(allOf(containsString("业主出差"), containsString("已核验"))));
        open("/inspections?list=reports&month=2026-05&status=SUBMITTED", "hq-performance-officer")
                .andExpect(content().string(containsString(MAY)));
        open("/inspections?list=reports&month=2026-04", "hq-performance-officer")
                .andExpect(content().string(not(containsString(MAY))));
        open("/api/rectification-reports/" + MAY + ".xlsx", "hq-performance-officer")
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        web.perform(get("/api/rectification-reports/" + MAY + ".xlsx").with(httpBasic("suzhou-pmd", "demo")))
                .andExpect(status().isNotFound());
        web.perform(get("/inspections/" + MAY).with(httpBasic("suzhou-pmd", "demo")))
                .andExpect(status().isNotFound());
    }

    private void found() {
        steps.complete(
                "hq-pmd",
                check,
                "现场检查",
                Map.of(
                        "result",
                        "FINDINGS",
                        "checkedAt",
                        "2026-05-20T09:00",
                        "inspectors",
                        "王强",
                        "content",
                        "屋面渗漏",
                        "checked",
                        Walk.list("1"),
                        "findings",
                        Spin.JSON("[{\"category\":\"WATERPROOF\",\"grade\":\"ORDINARY\",\"part\":\"3层卫生间\","
                                + "\"description\":\"墙面渗漏\",\"handling\":\"RECTIFY\"}]")));
    }

    private ResultActions remark(String person, int seq, String text) throws Exception {
        return web.perform(post("/inspections/" + MAY + "/lines/" + seq)
                .param("remark", text)
                .with(httpBasic(person, "demo")));
    }

    private ResultActions open(String page, String person) throws Exception {
        return web.perform(get(page).with(httpBasic(person, "demo"))).andExpect(status().isOk());
    }
}
