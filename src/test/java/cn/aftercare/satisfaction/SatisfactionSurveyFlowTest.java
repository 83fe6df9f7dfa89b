package cn.aftercare.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.DirectMail;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.project.app.ProjectImport;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.repair.Walk;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import cn.aftercare.satisfaction.app.YearSurveys;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.app.Surveys;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.testing.Steps;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every way a yearly survey can take. */
@EngineTest
@Import({Walk.class, Steps.class, SatisfactionSurveyFlowTest.Mails.class})
@CoversModels({"satisfaction-surveying", "satisfaction-survey"})
class SatisfactionSurveyFlowTest {

    private static final String QUALITY = "hq-quality";
    private static final String NO = "MYDC-2026";

    /** A mail server that takes everything but for one address. */
    @TestComponent
    @Primary
    static class Mails implements DirectMail {

        final List<String> sent = new ArrayList<>();

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public @Nullable String problem() {
            return null;
        }

        @Override
        public void send(String address, String subject, String text) {
            if (address.startsWith("nobody")) {
                throw new DeliveryFailedException("邮件没有发出:550 no such user");
            }
            sent.add(address + " " + subject + " " + text);
        }
    }

    @Autowired
    YearSurveys years;

    @Autowired
    YearSurveyOverview overview;

    @Autowired
    Surveys surveys;

    @Autowired
    QualityItems items;

    @Autowired
    ProjectImport imports;

    @Autowired
    ProjectFile file;

    @Autowired
    Mails mails;

    @Autowired
    Steps steps;

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    /** Other tests' projects are none of this one's. */
    @BeforeEach
    void onlyOurs() {
        clear();
        mails.sent.clear();
        EngineTime.set("2026-11-01T02:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
        for (String table : List.of(
                "quality_event",
                "quality_step",
                "quality_reference",
                "quality_item",
                "year_questionnaire",
                "year_survey")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update project set closed_on = accepted_on where closed_on is null")
                .update();
    }

    @Test
    void the_year_is_asked_mailed_chased_and_closed() {
        project("MY-1", "nanjing", "owner1@example.com");
        project("MY-2", "nanjing", null);
        project("MY-3", "suzhou", "nobody@example.com");
        walk.project("MY-4", "suzhou", LocalDate.parse("2026-11-02"));
        steps.timer("satisfaction-surveying");
        steps.timer("satisfaction-surveying");
        years.startDue();
        steps.job(NO);
        assertThat(overview.all()).hasSize(1);
        assertThat(years.of(2026).closesAt()).isEqualTo(Steps.at("2026-12-17T00:00:00+08:00"));
        jobs(3);
        assertThat(mails.sent).hasSize(1);
        assertThat(mails.sent.get(0)).startsWith("owner1@example.com 2026年度满意度调查:金陵大厦装修工程 尊敬的业主");
        String firstLink = link(mails.sent.get(0));
        assertThat(list("nanjing-pmd"))
                .extracting(q -> q.projectCode() + " " + (q.sentAt() != null) + " " + q.failure())
                .containsExactly("MY-1 true null", "MY-2 false null");
        assertThat(list("suzhou-pmd"))
                .extracting(q -> q.projectCode() + " " + (q.sentAt() != null) + " " + q.failure())
                .containsExactly("MY-3 false 邮件没有发出:550 no such user");

        steps.fires(NO, "2026-11-15T00:00:00+08:00");
        jobs(3);
        assertThat(mails.sent).hasSize(2);
        assertThat(mails.sent.get(1)).startsWith("owner1@example.com 【提醒】2026年度满意度调查");
        assertThatThrownBy(() -> surveys.asked(firstLink)).isInstanceOf(NotFoundException.class);
        String token = link(mails.sent.get(1));
        String survey = list("nanjing-pmd").get(0).surveyNo();
        surveys.answeredByLink(token, draft("30"));
        assertThatThrownBy(() -> surveys.answeredByLink(token, draft("100"))).isInstanceOf(NotFoundException.class);
        assertThat(items.ofOrigin("SURVEY:" + survey).orElseThrow().source()).isEqualTo(QualitySource.QUESTIONNAIRE);
        assertThat(overview.rates(2026)).isEmpty();
        assertThat(steps.as(QUALITY, () -> overview.rates(2026)))
                .containsExactly(new ResponseRate("nanjing", 2, 1, 1, 0), new ResponseRate("suzhou", 1, 0, 0, 0));
        assertThat(steps.as("suzhou-pmd", () -> overview.rates(2026))).hasSize(1);
        assertThat(new ResponseRate("nanjing", 2, 1, 1, 0).percent()).isEqualTo(50);

        steps.fires(NO, "2026-11-29T00:00:00+08:00");
        jobs(2);
        steps.fires(NO, "2026-12-13T00:00:00+08:00");
        jobs(2);
        assertThat(mails.sent).as("who has answered is left in peace").hasSize(2);
        steps.fires(NO, "2026-12-17T00:00:00+08:00");
        steps.job(NO);
        assertThat(steps.as(QUALITY, () -> overview.page(2026, null, null, 0, 9))
                        .questionnaires())
                .extracting(Questionnaire::status)
                .containsExactly(SurveyStatus.ANSWERED, SurveyStatus.UNANSWERED, SurveyStatus.UNANSWERED);
        assertThatThrownBy(() -> steps.complete("nanjing-pmd", NO, "汇总分析调查结果", Map.of("conclusion", "好")))
                .hasMessageContaining("ENGINE-13034");
        steps.complete(QUALITY, NO, "汇总分析调查结果", Map.of("conclusion", "总体满意"));
        assertThat(years.of(2026).conclusion()).isEqualTo("总体满意");
        assertThat(steps.running(NO)).isFalse();

        String path = "/year-surveys/" + NO + "/history";
        Pages pages = new Pages(web);
        assertThat(pages.of(QUALITY, "/year-surveys")).contains(path);
        assertThat(pages.of(QUALITY, path)).contains("年度满意度调查", "汇总分析调查结果", "总体满意");
        assertThat(pages.of("nanjing-pmd", "/year-surveys")).doesNotContain(path);
        assertThat(pages.status("nanjing-pmd", path)).isEqualTo(404);
    }

    @Test
    void an_owner_who_did_not_reply_leaves_the_file_of_the_project_readable() throws Exception {
        project("MY-U1", "nanjing", null);
        steps.start(QUALITY, "satisfaction-survey", Map.of("unit", "hq"));
        jobs(2);
        assertThat(steps.as("nanjing-pmd", () -> file.entries("MY-U1"))).isEmpty();
        String surveyNo = list("nanjing-pmd").get(0).surveyNo();
        steps.fires(NO, "2026-12-17T00:00:00+08:00");
        EngineTime.set("2026-12-18T09:00:00+08:00");
        steps.job(NO);

        assertThat(steps.as("nanjing-pmd", () -> file.entries("MY-U1")))
                .containsExactly(new ProjectEntry(
                        Steps.at("2026-12-17T00:00:00+08:00"),
                        EntryKind.SURVEY,
                        "nanjing",
                        "业主未回复满意度调查",
                        null,
                        "/surveys/" + surveyNo));
        assertThat(page("nanjing-pmd", "/projects/MY-U1")).contains("业主未回复满意度调查", "/surveys/" + surveyNo);
        assertThat(page("nanjing-pmd", "/surveys/" + surveyNo)).contains("未回复");
        byte[] zip = web.perform(get("/api/projects/MY-U1/file.zip").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            assertThat(in.getNextEntry().getName()).isEqualTo("保修业务档案.xlsx");
            try (XSSFWorkbook contents = new XSSFWorkbook(new ByteArrayInputStream(in.readAllBytes()))) {
                assertThat(contents.getSheet("大事记").getLastRowNum()).isEqualTo(1);
                assertThat(contents.getSheet("大事记").getRow(1).getCell(2).getStringCellValue())
                        .isEqualTo("业主未回复满意度调查");
            }
        }
    }

    @Test
    void hundreds_are_handled_in_batches_and_the_year_starts_once_by_hand() {
        for (int i = 0; i <= 50; i++) {
            project("MY-B%03d".formatted(i), "nanjing", null);
        }
        assertThatThrownBy(() -> steps.start("nanjing-pmd", "satisfaction-survey", Map.of("unit", "hq")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> steps.start("admin", "satisfaction-survey", Map.of("unit", "hq")))
                .hasMessage("只有总部质量部门可以启动年度满意度调查");
        assertThat(overview.all()).isEmpty();
        assertThat(steps.start(QUALITY, "satisfaction-survey", Map.of("unit", "hq")))
                .isEqualTo(NO);
        assertThatThrownBy(() -> steps.start(QUALITY, "satisfaction-survey", Map.of("unit", "hq")))
                .hasMessage("2026年度满意度调查已经启动");
        steps.job(NO);
        assertThat(asked()).isEqualTo(50);
        steps.job(NO);
        assertThat(asked()).isEqualTo(51);
        jobs(2);
        assertThat(steps.dues(NO)).hasSize(2);
        steps.fires(NO, "2026-12-17T00:00:00+08:00");
        steps.job(NO);
        assertThat(steps.open(NO)).isEmpty();
        steps.job(NO);
        assertThat(steps.open(NO)).containsExactly("汇总分析调查结果");
    }

    @Test
    void whom_no_mail_reaches_is_asked_on_paper_all_in_one_file() throws Exception {
        project("MY-P1", "nanjing", "owner1@example.com");
        project("MY-P2", "nanjing", null);
        project("MY-P3", "suzhou", "nobody@example.com");
        steps.start(QUALITY, "satisfaction-survey", Map.of("unit", "hq"));
        steps.job(NO);
        print("hq-quality", "/api/year-surveys/2026/questionnaires-1.docx", 409);
        jobs(3);

        String mailed = list("nanjing-pmd").get(0).surveyNo();
        String onPaper = list("nanjing-pmd").get(1).surveyNo();
        String returned = list("suzhou-pmd").get(0).surveyNo();
        String all = print("hq-quality", "/api/year-surveys/2026/questionnaires-1.docx", 200);
        assertThat(all)
                .contains(onPaper, returned, "2026年度满意度调查\t2 份 第1册", "请交回苏州分公司")
                .doesNotContain(mailed);
        assertThat(print("nanjing-technician", "/api/year-surveys/2026/questionnaires-1.docx", 200))
                .contains(onPaper)
                .doesNotContain(returned);
        print("nanjing-technician", "/api/year-surveys/2026/questionnaires-1.docx?unit=suzhou", 404);
        print("hq-marketing", "/api/year-surveys/2026/questionnaires-1.docx", 409);
        print("analyst", "/api/year-surveys/2026/questionnaires-1.docx", 409);
        print("hq-quality", "/api/year-surveys/2026/questionnaires-2.docx", 409);

        assertThat(print("nanjing-technician", "/api/surveys/" + mailed + "/questionnaire.docx", 200))
                .contains(mailed, "周敏", "项目施工质量");
        print("hq-marketing", "/api/surveys/" + mailed + "/questionnaire.docx", 403);
        print("suzhou-pmd", "/api/surveys/" + mailed + "/questionnaire.docx", 404);
        assertThat(page("hq-quality", "/year-surveys")).contains("questionnaires-1.docx");
        assertThat(page("hq-marketing", "/year-surveys")).doesNotContain("questionnaires-1.docx");
        assertThat(page("hq-quality", "/surveys/" + mailed)).contains("打印空白调查表");
        assertThat(page("hq-marketing", "/surveys/" + mailed)).doesNotContain("打印空白调查表");

        steps.as("nanjing-pmd", () -> {
            surveys.declined(onPaper, "不便填写");
            return null;
        });
        print("nanjing-pmd", "/api/surveys/" + onPaper + "/questionnaire.docx", 409);
        print("nanjing-pmd", "/api/year-surveys/2026/questionnaires-1.docx", 409);
    }

    @Test
    void the_project_sheet_brings_the_mail_addresses_of_owners() {
        project("MY-S1", "nanjing", null);
        assertThatThrownBy(() -> imported("MY-S1", "张三")).isInstanceOf(RejectedSheetException.class);
        assertThat(mailOf("MY-S1")).isNull();
        imported("MY-S1", "owner@example.com");
        assertThat(mailOf("MY-S1")).isEqualTo("owner@example.com");
        imported("MY-S1", "");
        assertThat(mailOf("MY-S1")).isNull();
    }

    // ---------------------------------------------------------------------------------------------------------------

    /** What stands on the paper, headers included; empty when it was refused. */
    private String print(String person, String path, int status) throws Exception {
        byte[] answer = web.perform(get(path).with(httpBasic(person, "demo")))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        if (status != 200) {
            return "";
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private String page(String person, String path) throws Exception {
        return web.perform(get(path).with(httpBasic(person, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** One for each mail, or for a batch without. */
    private void jobs(int number) {
        for (int i = 0; i < number; i++) {
            steps.job(NO);
        }
    }

    private void project(String code, String unit, String mail) {
        walk.project(code, unit, LocalDate.parse("2025-10-15"));
        jdbc.sql("update project set owner_mail = ? where code = ?")
                .params(mail, code)
                .update();
    }

    private void imported(String code, String mail) {
        String csv = "工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目,业主邮箱\n" + code
                + ",金陵大厦,金陵置业,周敏,13800000000,南京市中山路1号,nanjing,分公司直管,2025-10-15,李建国,防水;装修," + mail + "\n";
        steps.as("nanjing-pmd", () -> imports.run(csv.getBytes(StandardCharsets.UTF_8), false));
    }

    private String mailOf(String code) {
        return jdbc.sql("select owner_mail from project where code = ?")
                .param(code)
                .query((rs, n) -> rs.getString(1))
                .list()
                .get(0);
    }

    private List<Questionnaire> list(String person) {
        return steps.as(person, () -> overview.page(2026, null, null, 0, 9)).questionnaires();
    }

    private long asked() {
        return jdbc.sql("select count(*) from year_questionnaire")
                .query(Long.class)
                .single();
    }

    private static String link(String mail) {
        return mail.replaceAll("(?s).*/survey/([A-Za-z0-9_-]+).*", "$1");
    }

    private static SurveyDraft draft(String points) {
        return new SurveyDraft(
                Arrays.stream(SurveyFactor.values()).collect(Collectors.toMap(f -> f, f -> points)),
                null,
                "周敏",
                "13800000000",
                null,
                null);
    }
}
