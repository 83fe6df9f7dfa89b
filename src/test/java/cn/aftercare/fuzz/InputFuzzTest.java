package cn.aftercare.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.aftercare.record.SampleFiles;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Spoilt input to the intake and the importers: never a failure of the server, never anything stored from what was
 * refused, always a Chinese answer. {@code -Daftercare.fuzz.inputs=100000} takes minutes ({@code mvn -Pfuzz verify} runs
 * it and nothing else); {@code -Daftercare.fuzz.seed} begins somewhere else. A failure names the seed of its input.
 */
@EngineTest
@Import(Walk.class)
// A database of its own, and no other test after it: what was accepted is strange enough.
@TestPropertySource(properties = "spring.application.name=aftercare-fuzz")
@DirtiesContext
class InputFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(InputFuzzTest.class);
    private static final int INPUTS = Integer.getInteger("aftercare.fuzz.inputs", 2_000);
    private static final long SEED = Long.getLong("aftercare.fuzz.seed", 20_250_926L);

    /** So many accepted inputs are kept before they are cleared away, lest the test slow itself down. */
    private static final int KEPT = 25;

    private static final int PROGRESS = 5_000;

    /** Failures, after which the rest would hardly tell anything new. */
    private static final int ENOUGH = 10;

    private static final String TOKEN = "the-token";
    private static final List<List<String>> PROJECTS = List.of(
            List.of("工程编号", "工程名称", "业主名称", "业主联系人", "业主电话", "工程地点", "管理单位", "管理方式", "竣工验收日期", "项目经理", "保修项目"),
            List.of(
                    "NJ-2023-001",
                    "江宁办公楼",
                    "江宁置业",
                    "周敏",
                    "13800000000",
                    "江宁区",
                    "nanjing",
                    "分公司直管",
                    "2023-10-15",
                    "王明",
                    "防水;装修"),
            List.of(
                    "NJ-2021-007",
                    "河西商场",
                    "河西商业",
                    "赵倩",
                    "025-86000000",
                    "建邺区",
                    "nanjing",
                    "总部授权",
                    "2021/8/31",
                    "李强",
                    "防水;电气=2028-06-30"));
    private static final List<List<String>> PEOPLE = List.of(
            List.of("登录名", "姓名", "岗位", "邮箱"),
            List.of("fuzz-wang", "王海燕", "南京分公司 项目管理部", ""),
            List.of("fuzz-li", "李建国", "苏州分公司 经营人员;苏州分公司 物资部", "li@company.example"));
    private static final List<List<String>> LEAVES = List.of(
            List.of("管理单位", "休假人", "替岗人", "休假首日", "休假末日", "事由"),
            List.of("nanjing", "nanjing-engineer", "nanjing-pmd", "2025-10-08", "2025-10-09", "年休假"));
    private static final List<List<String>> CALENDAR =
            List.of(List.of("date", "type"), List.of("2031-01-01", "OFF"), List.of("2031-01-04", "MAKEUP_WORKDAY"));

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    ProcessEngine engine;

    private final Map<String, MockHttpSession> sessions = new HashMap<>();
    private String caseNo;
    private byte[] workbook;

    private enum Way {
        REPORT,
        PROJECT_CSV,
        PROJECT_XLSX,
        CALENDAR,
        PEOPLE,
        LEAVES,
        ATTACHMENT
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void spoilt_input_is_refused_in_chinese_and_leaves_no_trace() throws Exception {
        workbook = workbook();
        StoredRows rows = new StoredRows(jdbc);
        begin(rows);
        SoftAssertions answersWell = new SoftAssertions();
        int accepted = 0;
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < INPUTS; i++) {
            long seed = SEED + i;
            Mutations spoil = new Mutations(seed);
            // Intake twice as often as each importer.
            Way way = Way.values()[Math.max(0, spoil.below(Way.values().length + 1) - 1)];
            MockHttpServletResponse answer =
                    web.perform(request(way, spoil)).andReturn().getResponse();
            int status = answer.getStatus();
            String what =
                    way + " seed " + seed + " → " + status + " " + answer.getContentAsString(StandardCharsets.UTF_8);
            answers.merge(way + " " + status, 1, Integer::sum);
            answersWell.check(() -> assertThat(status).as(what).isBetween(200, 499));
            if (status < 300) {
                if (++accepted % KEPT == 0) {
                    walk.clear();
                    begin(rows);
                } else {
                    rows.remember();
                }
            } else {
                answersWell.check(() -> refused(answer, rows, what));
            }
            if ((i + 1) % PROGRESS == 0) {
                LOG.info(
                        "{} of {} inputs, {} failures",
                        i + 1,
                        INPUTS,
                        answersWell.errorsCollected().size());
            }
            if (answersWell.errorsCollected().size() >= ENOUGH) {
                break;
            }
        }
        answersWell.assertAll();
        LOG.info("{} inputs from seed {}: {}", INPUTS, SEED, answers);
        assertThat(answers.keySet())
                .as("every way in was both used and refused")
                .anyMatch(a -> a.equals("REPORT 400"))
                .anyMatch(a -> a.equals("PROJECT_CSV 400"))
                .anyMatch(a -> a.equals("PROJECT_XLSX 400"))
                .anyMatch(a -> a.equals("CALENDAR 400"))
                .anyMatch(a -> a.equals("PEOPLE 400"))
                .anyMatch(a -> a.equals("LEAVES 400"))
                .anyMatch(a -> a.equals("ATTACHMENT 400"));
    }

    private void refused(MockHttpServletResponse answer, StoredRows rows, String what) throws IOException {
        assertThat(rows.changed()).as(what).isEmpty();
        JsonNode problem = json.readTree(answer.getContentAsByteArray());
        assertThat(answer.getContentType()).as(what).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(problem.path("title").asText()).as(what).matches(".*\\p{IsHan}.*");
        assertThat(problem.path("detail").asText()).as(what).matches("(?s).*\\p{IsHan}.*");
    }

    /** A project and a case to begin with, as before every batch. */
    private void begin(StoredRows rows) {
        jdbc.sql("delete from calendar_day where year_no > 2026").update();
        jdbc.sql("delete from calendar_year where year_no > 2026").update();
        String history = String.join(
                ", ",
                jdbc.sql("select tablename from pg_tables where schemaname = 'public' and tablename like 'act_hi_%'")
                        .query(String.class)
                        .list());
        jdbc.sql("truncate table project, repair_case, idempotency_key, substitution, " + history + " cascade")
                .update();
        EngineTime.set("2025-09-27T10:15:00+08:00");
        walk.project();
        caseNo = walk.reported(walk.report("2025-09-27T10:00:00+08:00"), "fuzz-" + UUID.randomUUID())
                .caseNo();
        rows.remember();
    }

    private MockHttpServletRequestBuilder request(Way way, Mutations spoil) {
        return switch (way) {
            case REPORT -> {
                MockHttpServletRequestBuilder request = as("nanjing-after-sales", post("/api/repair-cases"))
                        .contentType(
                                spoil.oneIn(60)
                                        ? spoil.any(List.of(MediaType.TEXT_PLAIN, MediaType.APPLICATION_XML))
                                        : MediaType.APPLICATION_JSON)
                        .content(spoil.json(report()));
                yield spoil.oneIn(60)
                        ? request
                        : request.header("Idempotency-Key", spoil.oneIn(20) ? spoil.text() : UUID.randomUUID());
            }
            case PROJECT_CSV ->
                as(
                        spoil.any(List.of("nanjing-pmd", "admin")),
                        upload("/api/projects/import", spoil, spoil.csv(PROJECTS)));
            case PROJECT_XLSX ->
                as(
                        spoil.any(List.of("nanjing-pmd", "admin")),
                        upload("/api/projects/import", spoil, spoil.xlsx(workbook)));
            case CALENDAR -> {
                byte[] sheet = spoil.csv(CALENDAR);
                Object year = spoil.oneIn(15)
                        ? spoil.any(List.of("0", "-1", "20311", "x", "2031.0", "２０３１", "1e3", "99999999999"))
                        : "2031";
                yield as(
                        "admin",
                        spoil.oneIn(2)
                                ? upload("/api/calendar/" + year, spoil, sheet)
                                : post("/api/calendar/" + year)
                                        .contentType(
                                                spoil.oneIn(30) ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                                        .content(sheet));
            }
            case PEOPLE -> as("admin", upload("/api/people/import", spoil, spoil.csv(PEOPLE)));
            case LEAVES -> as("admin", upload("/api/substitutions/import", spoil, spoil.csv(LEAVES)));
            case ATTACHMENT -> {
                byte[] picture = spoil.any(List.of(
                        SampleFiles.jpeg("x"),
                        SampleFiles.png("x"),
                        SampleFiles.heic(),
                        SampleFiles.pdf(),
                        SampleFiles.html()));
                MockHttpServletRequestBuilder request =
                        upload("/api/repair-cases/" + caseNo + "/attachments", spoil, spoil.spoilt(picture));
                yield as(
                        "nanjing-after-sales",
                        spoil.oneIn(10)
                                ? request
                                : request.param("purpose", spoil.oneIn(5) ? printable(spoil.text()) : "PHOTO"));
            }
        };
    }

    private static MockHttpServletRequestBuilder upload(String path, Mutations spoil, byte[] content) {
        String name = spoil.oneIn(30) ? "other" : "file";
        String fileName =
                spoil.oneIn(3) ? spoil.text() : spoil.any(List.of("表.csv", "表.xlsx", "图.jpg", "图.png", "a.pdf"));
        return multipart(path)
                .file(new MockMultipartFile(name, fileName, spoil.oneIn(5) ? spoil.text() : null, content));
    }

    /** The firewall refuses others before anybody looks, in a way of its own: LoginMatrixTest. */
    private static String printable(String text) {
        return text.replace('\0', ' ');
    }

    private <B extends MockHttpServletRequestBuilder> B as(String user, B request) {
        MockHttpSession session = sessions.computeIfAbsent(user, u -> {
            MockHttpSession created = new MockHttpSession();
            AuthenticationUtil.getAuthsFromSession(created)
                    .addOrReplace(AuthenticationUtil.createAuthentication(engine, u));
            created.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, TOKEN);
            return created;
        });
        request.session(session).header(CsrfConstants.CSRF_TOKEN_HEADER_NAME, TOKEN);
        return request;
    }

    private ObjectNode report() {
        ObjectNode body = json.createObjectNode()
                .put("projectCode", Walk.PROJECT)
                .put("receivedAt", "2025-09-26T16:40:00+08:00")
                .put("channel", "PHONE");
        body.putObject("reporter").put("name", "周敏").put("phone", "13800000000");
        return body.put("category", "DECORATION")
                .put("location", "3层走廊")
                .put("description", "吊顶开裂")
                .put("emergency", false)
                .put("structural", false)
                .put("publicArea", true)
                .putNull("requestedAt")
                .put("lateEntryReason", "周末值班补录");
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("工程");
            for (int r = 0; r < PROJECTS.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < PROJECTS.get(r).size(); c++) {
                    row.createCell(c).setCellValue(PROJECTS.get(r).get(c));
                }
            }
            sheet.getRow(1).createCell(4).setCellValue(13800000000d);
            book.write(out);
            return out.toByteArray();
        }
    }
}
