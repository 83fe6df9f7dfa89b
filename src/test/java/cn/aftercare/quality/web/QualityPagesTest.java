package cn.aftercare.quality.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.quality.QualityDraft;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.repair.Walk;
import cn.aftercare.satisfaction.app.YearSurveys;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of quality information and of the yearly survey as people with real logins get them. */
@EngineTest
@Import(Walk.class)
class QualityPagesTest {

    @Autowired
    Walk walk;

    @Autowired
    QualityItems items;

    @Autowired
    YearSurveys years;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String no;

    @BeforeEach
    void anItem() {
        clear();
        EngineTime.set("2026-03-02T09:00:00+08:00");
        walk.project("ZL-W1", "nanjing", LocalDate.parse("2025-10-15"));
        QualityDraft draft = new QualityDraft(
                "ZL-W1",
                "nanjing",
                QualitySource.COMPLAINT,
                null,
                "TEST:1",
                "=1+1 <b>卫生间渗漏</b>",
                true,
                "周敏",
                "13800000000",
                null,
                List.of("BX-2026-000009"));
        transaction.executeWithoutResult(s -> items.raise(draft, "system"));
        transaction.executeWithoutResult(s -> items.raise(draft, "system"));
        no = items.ofOrigin("TEST:1").orElseThrow().itemNo();
    }

    @AfterEach
    void clear() {
        walk.clear();
        jdbc.sql("delete from attachment where case_no like 'ZL-%'").update();
        for (String table : List.of(
                "quality_event",
                "quality_step",
                "quality_reference",
                "quality_item",
                "year_questionnaire",
                "year_survey")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void the_list_is_narrowed_and_each_unit_sees_its_own() throws Exception {
        open("/quality", "nanjing-pmd")
                .andExpect(content()
                        .string(allOf(
                                containsString(no),
                                containsString("待分级"),
                                containsString("共 <b>1</b> 条"),
                                containsString("&lt;b&gt;"))));
        open("/quality?source=COMPLAINT&state=CLASSIFYING", "hq-quality")
                .andExpect(content().string(containsString(no)));
        open("/quality?source=VISIT", "hq-quality").andExpect(content().string(not(containsString(no))));
        open("/quality?grade=MAJOR&page=1", "hq-quality").andExpect(content().string(containsString("没有符合条件的质量信息")));
        open("/quality", "suzhou-pmd").andExpect(content().string(not(containsString(no))));
        web.perform(get("/quality?grade=HUGE").with(httpBasic("hq-quality", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("等级:没有“HUGE”")));
        web.perform(get("/quality?unit=nanjing").with(httpBasic("suzhou-pmd", "demo")))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_page_tells_the_story_and_takes_files() throws Exception {
        open("/quality/" + no, "nanjing-technician")
                .andExpect(content()
                        .string(allOf(
                                containsString("BX-2026-000009"),
                                containsString("总部 质量部门"),
                                containsString("期限 2026-03-04 24:00"),
                                containsString("收集"))));
        web.perform(get("/quality/" + no).with(httpBasic("suzhou-pmd", "demo"))).andExpect(status().isNotFound());
        web.perform(upload("suzhou-pmd")).andExpect(status().isNotFound());
        web.perform(upload("nanjing-pmd")).andExpect(status().is3xxRedirection());
        open("/quality/" + no, "hq-quality").andExpect(content().string(containsString("检测报告.pdf")));
        open("/projects/ZL-W1", "nanjing-pmd")
                .andExpect(content().string(allOf(containsString("质量信息 " + no), containsString("登记质量信息"))));
    }

    @Test
    void only_a_review_is_asked_for_its_kind() throws Exception {
        answerAskedOf(9001, "PMD");
        answerAskedOf(9002, "REVIEW");
        open("/forms/quality-feedback-answer/" + no + ".9001", "nanjing-pmd")
                .andExpect(content().string(allOf(containsString("处理意见"), not(containsString("评审方式")))));
        open("/forms/quality-feedback-answer/" + no + ".9002", "hq-quality")
                .andExpect(content().string(containsString("评审方式")));
    }

    private void answerAskedOf(long step, String route) {
        jdbc.sql("insert into quality_step (id, item_no, step, subject, group_id, remind_at, due_at)"
                        + " values (?, ?, 'ANSWER', ?, 'hq-quality', current_timestamp, current_timestamp)")
                .params(step, no, route)
                .update();
    }

    @Test
    void the_sheet_lists_what_the_page_lists() throws Exception {
        assertThat(sheet("/api/quality-items.xlsx", "nanjing-pmd")).containsExactly(no + " =1+1 <b>卫生间渗漏</b>");
        assertThat(sheet("/api/quality-items.xlsx?source=REPAIR", "hq-quality")).isEmpty();
        assertThat(sheet("/api/quality-items.xlsx", "suzhou-pmd")).isEmpty();
        web.perform(get("/api/quality-items.xlsx?state=NO").with(httpBasic("hq-quality", "demo")))
                .andExpect(status().isBadRequest());
        web.perform(get("/api/quality-items.xlsx")).andExpect(status().isUnauthorized());
    }

    @Test
    void the_year_shows_who_has_answered() throws Exception {
        open("/year-surveys", "nanjing-pmd").andExpect(content().string(containsString("还没有启动过年度满意度调查")));
        jdbc.sql("update project set closed_on = accepted_on where code <> 'ZL-W1'")
                .update();
        jdbc.sql("update project set closed_on = null where code = 'ZL-W1'").update();
        years.startDue();
        years.openNext(2026);
        transaction.executeWithoutResult(s -> years.sendNext(2026, 1));
        open("/year-surveys", "nanjing-pmd")
                .andExpect(content()
                        .string(allOf(
                                containsString("2026年度满意度调查"),
                                containsString("ZL-W1"),
                                containsString("需发纸质表:没有业主邮箱"),
                                containsString("0%"),
                                containsString("截止 2026-04-16 24:00"))));
        open("/year-surveys?year=2026&status=ANSWERED", "nanjing-pmd")
                .andExpect(content().string(containsString("没有符合条件的调查表")));
        open("/year-surveys", "suzhou-pmd").andExpect(content().string(not(containsString("ZL-W1"))));
        web.perform(get("/year-surveys?year=1999").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isNotFound());
    }

    private ResultActions open(String page, String person) throws Exception {
        return web.perform(get(page).with(httpBasic(person, "demo"))).andExpect(status().isOk());
    }

    private org.springframework.test.web.servlet.RequestBuilder upload(String person) {
        return multipart("/quality/" + no + "/attachments")
                .file(new MockMultipartFile(
                        "file", "检测报告.pdf", "application/pdf", "%PDF-1.7 test".getBytes(StandardCharsets.UTF_8)))
                .param("purpose", "OTHER")
                .with(httpBasic(person, "demo"));
    }

    private List<String> sheet(String path, String person) throws Exception {
        byte[] bytes = open(path, person).andReturn().getResponse().getContentAsByteArray();
        return rows(bytes);
    }

    private static List<String> rows(byte[] xlsx) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheet = workbook.getSheetAt(0);
            List<String> rows = new java.util.ArrayList<>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                rows.add(sheet.getRow(i).getCell(0).getStringCellValue() + " "
                        + sheet.getRow(i).getCell(6).getStringCellValue());
            }
            return rows;
        }
    }
}
