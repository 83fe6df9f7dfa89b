package cn.aftercare.project.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The warranty file of a project tells what happened there, in order, to those who may know. */
@EngineTest
@Import(Walk.class)
class ProjectFileTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    private static int number;

    /** Every test has one of its own, where nothing has happened. */
    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private final String project = "NJ-FILE-" + ++number;

    @Autowired
    ProjectFile file;

    @Autowired
    AttachmentService attachments;

    @Autowired
    Walk walk;

    @Autowired
    IdentityService identity;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void project() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
        walk.project(project, "nanjing", LocalDate.parse("2025-05-01"));
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void what_happened_stands_there_newest_first_with_its_papers_and_pictures() {
        Walk.Repair repair = reported("2026-03-02T09:00:00+08:00");
        EngineTime.set("2026-03-02T09:30:00+08:00");
        as("nanjing-pmd", () -> attachments.upload(repair.caseNo(), AttachmentPurpose.PHOTO, "裂缝.png", PNG));
        EngineTime.set("2026-03-02T10:00:00+08:00");
        repair.issueTaskOrder();

        List<ProjectEntry> told = entries("nanjing-pmd");
        assertThat(told).hasSize(3);
        assertThat(told.subList(0, 3))
                .extracting(ProjectEntry::kind)
                .containsExactly(EntryKind.RECORD, EntryKind.PICTURE, EntryKind.REPAIR);
        assertThat(told.get(0).title()).startsWith("维修任务单 RWD-2026-");
        assertThat(told.get(0).path()).matches("/api/records/RWD-2026-\\d{6}\\.docx");
        assertThat(told.get(1).title()).isEqualTo("现场照片 裂缝.png");
        assertThat(told.get(2).title()).isEqualTo("接报 " + repair.caseNo());
        assertThat(told.get(2).at()).isEqualTo(Walk.at("2026-03-02T09:00:00+08:00"));
        assertThat(entries("suzhou-pmd")).isEmpty();
        assertThat(file("nanjing-pmd", EntryKind.PICTURE, 0, 10).entries())
                .extracting(ProjectEntry::title)
                .contains("现场照片 裂缝.png");
    }

    @Test
    void it_pages_and_a_page_behind_the_last_is_empty() {
        reported("2026-03-02T09:00:00+08:00");
        reported("2026-03-02T09:01:00+08:00");
        long total = 2;
        ProjectFile.Page first = file("nanjing-pmd", null, 0, 1);
        assertThat(first.entries()).hasSize(1);
        assertThat(first.pages()).isEqualTo(total);
        assertThat(file("nanjing-pmd", null, (int) total, 1).entries()).isEmpty();
        assertThat(file("nanjing-pmd", null, 99_999, 25).entries()).isEmpty();
    }

    @Test
    void each_person_is_offered_what_that_person_may_start() throws Exception {
        page("nanjing-after-sales", allOf(containsString("登记报修"), not(containsString("不定期回访"))));
        page("nanjing-marketing", allOf(not(containsString("登记报修")), containsString("不定期回访")));
        page("nanjing-technician", allOf(not(containsString("登记报修")), not(containsString("不定期回访"))));
        page("nanjing-technician", containsString("没有记载"));
    }

    @Test
    void the_project_management_takes_the_whole_file_out_as_one_archive() throws Exception {
        Walk.Repair repair = reported("2026-03-02T09:00:00+08:00");
        for (byte last = 1; last <= 2; last++) {
            byte[] picture = PNG.clone();
            picture[8] = last;
            EngineTime.advance(Duration.ofMinutes(1));
            as("nanjing-pmd", () -> attachments.upload(repair.caseNo(), AttachmentPurpose.PHOTO, "裂缝.png", picture));
        }
        repair.issueTaskOrder();

        byte[] zip = web.perform(get("/api/projects/" + project + "/file.zip").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, byte[]> papers = unzipped(zip);
        assertThat(papers.keySet())
                .hasSize(4)
                .contains("保修业务档案.xlsx", repair.caseNo() + "/现场照片-裂缝.png", repair.caseNo() + "/现场照片-裂缝(2).png")
                .anyMatch(n -> n.matches(repair.caseNo() + "/维修任务单-RWD-2026-\\d{6}\\.docx"));
        assertThat(papers.get(repair.caseNo() + "/现场照片-裂缝(2).png")[8]).isEqualTo((byte) 2);
        try (XSSFWorkbook contents = new XSSFWorkbook(new ByteArrayInputStream(papers.get("保修业务档案.xlsx")))) {
            assertThat(contents.getSheet("工程概况").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo(project);
            XSSFSheet events = contents.getSheet("大事记");
            assertThat(events.getLastRowNum()).isEqualTo(4);
            assertThat(events.getRow(1).getCell(2).getStringCellValue()).isEqualTo("接报 " + repair.caseNo());
            assertThat(IntStream.rangeClosed(1, 4)
                            .mapToObj(i -> events.getRow(i).getCell(4).getStringCellValue())
                            .filter(f -> !f.isEmpty()))
                    .containsExactlyInAnyOrderElementsOf(papers.keySet().stream()
                            .filter(n -> n.contains("/"))
                            .toList());
        }
        refused("nanjing-engineer", 403);
        refused("suzhou-pmd", 404);
    }

    private void refused(String person, int status) throws Exception {
        web.perform(get("/api/projects/" + project + "/file.zip").with(httpBasic(person, "demo")))
                .andExpect(status().is(status));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> papers = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                papers.put(entry.getName(), in.readAllBytes());
            }
        }
        return papers;
    }

    /** For a minute, and only the form of the person who came from the project. */
    @Test
    void a_start_form_opened_from_a_project_has_it_filled_in() throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(post("/start/repair")
                        .param("projectCode", project)
                        .session(session)
                        .with(httpBasic("nanjing-after-sales", "demo")))
                .andExpect(status().is3xxRedirection())
                .andExpect(result -> assertThat(result.getResponse().getRedirectedUrl())
                        .endsWith("/camunda/app/tasklist/default/#/?start=%E6%8A%A5%E4%BF%AE%E7%BB%B4%E4%BF%AE"));
        assertThat(chosen(session)).isEqualTo(project);
        EngineTime.advance(Duration.ofSeconds(59));
        assertThat(chosen(session)).isEqualTo(project);
        EngineTime.advance(Duration.ofSeconds(1));
        assertThat(chosen(session)).isNull();
        assertThat(chosen(new MockHttpSession())).isNull();
        web.perform(post("/start/service-commitment")
                        .param("projectCode", project)
                        .with(httpBasic("nanjing-after-sales", "demo")))
                .andExpect(status().isNotFound());
    }

    private Walk.Repair reported(String at) {
        EngineTime.set(at);
        // What others have reported is elsewhere: three defects of one kind would be quality information, and stand in
        // the file.
        jdbc.sql("delete from quality_defect").update();
        return walk.reported(Walk.at(project, walk.report(at)));
    }

    private String chosen(MockHttpSession session) throws Exception {
        String form = web.perform(
                        get("/forms/repair-receive").session(session).with(httpBasic("nanjing-after-sales", "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (JsonNode field : json.readTree(form).path("components")) {
            if (field.path("key").asText().equals("projectCode")) {
                return field.path("defaultValue").textValue();
            }
        }
        throw new AssertionError("no field projectCode");
    }

    private List<ProjectEntry> entries(String person) {
        return as(person, () -> file.entries(project));
    }

    private ProjectFile.Page file(String person, EntryKind kind, int page, int size) {
        return as(person, () -> file.page(project, kind, page, size));
    }

    private ResultActions page(String person, Matcher<String> matcher) throws Exception {
        return web.perform(get("/projects/" + project)
                        .with(httpBasic(person, "demo"))
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(matcher));
    }

    private <T> T as(String person, Supplier<T> action) {
        return LoggedIn.as(identity, person, action);
    }
}
