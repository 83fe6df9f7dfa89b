package cn.aftercare.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.aftercare.audit.app.AuditLog;
import cn.aftercare.audit.app.AuditTrail;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.Walk;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.satisfaction.persistence.YearSurveyRepository;
import cn.aftercare.survey.app.Surveys;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import cn.aftercare.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who logged in and who saw personal data: written for every way in, read by administrators only. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class AuditTest {

    private static final String SPECIALIST = "nanjing-after-sales";
    private static final String HERE = "127.0.0.1";

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    Surveys surveys;

    @Autowired
    YearSurveyRepository years;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        trail.flush();
        jdbc.sql("delete from audit_entry").update();
    }

    @AfterEach
    void clear() {
        identity.unlockUser(SPECIALIST);
        walk.clear();
        for (String table : List.of("audit_entry", "year_questionnaire", "year_survey")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void coming_and_going_by_the_webapps_is_written() {
        // A day no other test has: what was written lately is not written again.
        EngineTime.set("2031-01-06T09:00:00+08:00");
        WebVisitor visitor = new WebVisitor(port);
        visitor.login(SPECIALIST, "wrong", "tasklist");
        EngineTime.advance(Duration.ofSeconds(2));
        visitor.login(SPECIALIST, "demo", "tasklist");
        EngineTime.advance(Duration.ofHours(2));
        visitor.logout();
        visitor.login("no-such-login", "demo", "tasklist");

        assertThat(entries())
                .extracting(AuditEntry::kind, AuditEntry::userId, AuditEntry::subject, AuditEntry::note)
                .containsExactly(
                        tuple(AuditKind.LOGIN_FAILED, "no-such-login", "网页登录", "没有这个账号"),
                        tuple(AuditKind.LOGOUT, SPECIALIST, "网页退出", ""),
                        tuple(AuditKind.LOGIN, SPECIALIST, "网页登录", ""),
                        tuple(AuditKind.LOGIN_FAILED, SPECIALIST, "网页登录", "口令不正确"));
        assertThat(entries()).extracting(AuditEntry::address).containsOnly(HERE);
        assertThat(entries().get(3).at()).isEqualTo("2031-01-06T01:00:00Z");
    }

    @Test
    void a_program_is_written_once_in_a_while_and_each_of_its_failures() {
        EngineTime.set("2031-01-07T09:00:00+08:00");
        basic("/engine-rest/engine", "demo");
        basic("/api/search", "demo");
        EngineTime.advance(Duration.ofMinutes(10).minusMillis(1));
        basic("/api/search", "demo");
        EngineTime.advance(Duration.ofMillis(1));
        basic("/api/search", "demo");
        basic("/api/search", "wrong");
        basic("/api/search", "wrong");

        assertThat(entries().stream().filter(e -> e.kind().login()))
                .extracting(AuditEntry::kind, AuditEntry::note)
                .containsExactly(
                        tuple(AuditKind.LOGIN_FAILED, "账号暂时锁定"),
                        tuple(AuditKind.LOGIN_FAILED, "口令不正确"),
                        tuple(AuditKind.LOGIN, ""),
                        tuple(AuditKind.LOGIN, ""));
    }

    /** At those two addresses a second password is looked at, which lets nobody in. */
    @ParameterizedTest
    @CsvSource({
        "2031-01-16, POST, /engine-rest/identity/verify",
        "2031-01-17, PUT, /engine-rest/user/nanjing-after-sales/credentials"
    })
    void a_program_is_written_wherever_it_comes_in(String day, String method, String path) {
        EngineTime.set(day + "T09:00:00+08:00");
        String second = "{\"username\":\"nanjing-pmd\",\"password\":\"demo\",\"authenticatedUserPassword\":\"demo\"}";
        WebVisitor visitor = new WebVisitor(port);
        visitor.send(visitor.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", credentials(SPECIALIST, "demo"))
                .method(method, BodyPublishers.ofString(second)));
        basic(path, "wrong");

        assertThat(entries())
                .extracting(AuditEntry::kind, AuditEntry::userId, AuditEntry::subject, AuditEntry::note)
                .containsExactly(
                        tuple(AuditKind.LOGIN_FAILED, SPECIALIST, "接口登录(HTTP Basic)", "口令不正确"),
                        tuple(AuditKind.LOGIN, SPECIALIST, "接口登录(HTTP Basic)", ""));
    }

    @Test
    void a_lock_and_who_opened_it_are_written() {
        EngineTime.set("2031-01-08T09:00:00+08:00");
        for (int i = 0; i < 10; i++) {
            basic("/api/search", "wrong");
            EngineTime.advance(Duration.ofSeconds(61));
        }
        basic("/api/search", "demo");
        WebVisitor.loggedIn(port, "admin")
                .json("POST", "/camunda/api/engine/engine/default/user/" + SPECIALIST + "/unlock", "{}");

        assertThat(entries())
                .extracting(AuditEntry::kind, AuditEntry::userId, AuditEntry::subject, AuditEntry::note)
                .startsWith(
                        tuple(AuditKind.UNLOCKED, "admin", SPECIALIST, ""),
                        tuple(AuditKind.LOGIN, "admin", "网页登录", ""),
                        tuple(AuditKind.LOGIN_FAILED, SPECIALIST, "接口登录(HTTP Basic)", "账号已锁定"),
                        tuple(AuditKind.LOCKED, SPECIALIST, "连续输错口令", "须由管理员解锁"),
                        tuple(AuditKind.LOGIN_FAILED, SPECIALIST, "接口登录(HTTP Basic)", "口令不正确"))
                .hasSize(14);
    }

    @Test
    void who_sees_an_owners_name_and_phone_is_written() {
        walk.project();
        EngineTime.set("2031-01-09T09:00:00+08:00");
        Walk.Repair repair = walk.reported(walk.report("2031-01-09T08:50:00+08:00"));
        String caseNo = repair.caseNo();
        WebVisitor specialist = WebVisitor.loggedIn(port, SPECIALIST);
        assertThat(specialist.get("/cases/" + caseNo).statusCode()).isEqualTo(200);
        assertThat(specialist.get("/cases/" + caseNo).statusCode()).isEqualTo(200);
        String task = repair.task("下达维修任务单").getId();
        assertThat(specialist
                        .get("/forms/repair-task-order/" + task + "/caseNo")
                        .statusCode())
                .isEqualTo(200);
        assertThat(specialist.get("/projects/" + Walk.PROJECT).statusCode()).isEqualTo(200);
        assertThat(specialist.get("/api/search?q=13800000000").statusCode()).isEqualTo(200);
        assertThat(specialist.get("/api/repair-register.xlsx?unit=nanjing").statusCode())
                .isEqualTo(200);
        assertThat(specialist.get("/api/projects/" + Walk.PROJECT + "/file.zip").statusCode())
                .isEqualTo(403);
        WebVisitor pmd = WebVisitor.loggedIn(port, "nanjing-pmd");
        assertThat(pmd.get("/api/projects/" + Walk.PROJECT + "/file.zip").statusCode())
                .isEqualTo(200);
        // Shown nothing, so nothing to write; the list names no owner's person.
        assertThat(WebVisitor.loggedIn(port, "suzhou-pmd")
                        .get("/cases/" + caseNo)
                        .statusCode())
                .isEqualTo(404);
        assertThat(specialist.get("/cases").statusCode()).isEqualTo(200);

        assertThat(entries().stream().filter(e -> !e.kind().login()))
                .extracting(AuditEntry::kind, AuditEntry::userId, AuditEntry::subject)
                .containsExactly(
                        tuple(AuditKind.EXPORT, "nanjing-pmd", "工程保修档案 " + Walk.PROJECT),
                        tuple(AuditKind.EXPORT, SPECIALIST, "维修统计表 unit=nanjing"),
                        tuple(AuditKind.SEARCH, SPECIALIST, "搜索 q=13800000000"),
                        tuple(AuditKind.VIEW, SPECIALIST, "工程 " + Walk.PROJECT),
                        tuple(AuditKind.VIEW, SPECIALIST, "表单 repair-task-order " + caseNo),
                        tuple(AuditKind.VIEW, SPECIALIST, "案件 " + caseNo));
    }

    /** The page of a case is also the answer to its forms, whatever is wrong with them. */
    @Test
    void a_refused_form_shows_the_page_too() {
        walk.project();
        EngineTime.set("2031-02-01T09:00:00+08:00");
        WebVisitor pmd = WebVisitor.loggedIn(port, "nanjing-pmd");
        WebVisitor stranger = WebVisitor.loggedIn(port, "suzhou-pmd");
        String caseNo = "";
        for (String form : List.of("pause", "resume", "classification", "withdrawal", "attachments")) {
            caseNo = walk.reported(walk.report("2031-02-01T08:50:00+08:00")).caseNo();
            HttpResponse<String> answer = pmd.form("/cases/" + caseNo + "/" + form, Map.of());
            assertThat(answer.statusCode()).as(form).isBetween(400, 409);
            assertThat(answer.body()).as(form).contains("13800000000");
            assertThat(stranger.form("/cases/" + caseNo + "/" + form, Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(seen()).as(form).containsExactly(tuple(AuditKind.VIEW, "nanjing-pmd", "案件 " + caseNo));
            empty();
        }
        // What leads on to the page shows nothing itself.
        EngineTime.advance(Duration.ofMinutes(11));
        assertThat(pmd.form("/cases/" + caseNo + "/pause", Map.of("reason", "MATERIAL", "note", "等石材"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(seen()).isEmpty();
    }

    @Test
    void the_page_with_an_owners_new_link_is_written() {
        walk.project();
        EngineTime.set("2031-02-02T09:00:00+08:00");
        jdbc.sql("insert into survey (survey_no, project_code, unit, year_no, opened_at, contact_name, contact_phone,"
                        + " status) values ('MYD-2031-900001', ?, 'nanjing', 2031, current_timestamp, '周敏',"
                        + " '13800000000', 'OPEN')")
                .param(Walk.PROJECT)
                .update();
        try {
            HttpResponse<String> answer =
                    WebVisitor.loggedIn(port, "nanjing-pmd").form("/surveys/MYD-2031-900001/link", Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("13800000000");
            assertThat(seen()).containsExactly(tuple(AuditKind.VIEW, "nanjing-pmd", "满意度调查 MYD-2031-900001"));
        } finally {
            jdbc.sql("delete from survey_link where survey_no = 'MYD-2031-900001'")
                    .update();
            jdbc.sql("delete from survey where survey_no = 'MYD-2031-900001'").update();
        }
    }

    @Test
    void who_prints_questionnaires_is_written() {
        EngineTime.set("2031-01-16T09:00:00+08:00");
        walk.project();
        String survey = surveys.open(Walk.PROJECT, "nanjing", null);
        Instant now = EngineTime.now();
        years.insert(new YearSurvey(2031, now, "hq-quality", now.plus(Duration.ofDays(30)), null, null));
        years.ask(2031, Walk.PROJECT, survey);
        WebVisitor specialist = WebVisitor.loggedIn(port, SPECIALIST);
        // Not their turn yet: nothing to print, and nothing to write.
        assertThat(specialist
                        .get("/api/year-surveys/2031/questionnaires-1.docx")
                        .statusCode())
                .isEqualTo(409);
        years.turn(survey, 1, null, now, null);
        assertThat(specialist
                        .get("/api/surveys/" + survey + "/questionnaire.docx")
                        .statusCode())
                .isEqualTo(200);
        assertThat(specialist
                        .get("/api/year-surveys/2031/questionnaires-1.docx")
                        .statusCode())
                .isEqualTo(200);

        assertThat(entries().stream().filter(e -> !e.kind().login()))
                .extracting(AuditEntry::kind, AuditEntry::userId, AuditEntry::subject)
                .containsExactly(
                        tuple(AuditKind.EXPORT, SPECIALIST, "年度满意度调查表 2031 1"),
                        tuple(AuditKind.EXPORT, SPECIALIST, "满意度调查表 " + survey));
    }

    @Test
    void administrators_read_the_log_by_person_kind_and_day() {
        for (int day = 10; day <= 12; day++) {
            EngineTime.set("2031-01-" + day + "T23:59:59+08:00");
            trail.record(AuditKind.LOGIN, "nanjing-pmd", "网页登录", "", HERE);
            trail.record(AuditKind.VIEW, "nanjing-pmd", "案件 BX-2031-00000" + day, "", HERE);
            trail.record(AuditKind.LOGIN_FAILED, "<b>joker</b>", "网页登录", "没有这个账号", HERE);
        }
        trail.record(AuditKind.LENT, "hq-pmd", "替岗 TG-2031-000001 甲 → 乙", "hq-quality", "");
        WebVisitor admin = WebVisitor.loggedIn(port, "admin");
        assertThat(page(admin, "?kind=LENT")).contains("共 <b>1</b> 条", "岗位移交", "TG-2031-000001", "hq-quality");
        assertThat(page(admin, "?kind=data")).contains("共 <b>3</b> 条", "案件 BX-2031-0000010", "查看个人信息");
        assertThat(page(admin, "?person=nanjing-pmd&from=2031-01-11&to=2031-01-11"))
                .contains("共 <b>2</b> 条", "2031-01-11 23:59:59", "(南京·项目管理部)")
                .doesNotContain("BX-2031-0000010", "BX-2031-0000012");
        assertThat(page(admin, "?kind=LOGIN_FAILED&person=%3Cb%3Ejoker%3C/b%3E"))
                .contains("共 <b>3</b> 条", "&lt;b&gt;joker&lt;/b&gt;")
                .doesNotContain("<b>joker");
        HttpResponse<String> wrong = admin.get("/audit?from=11.1.2031");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("起始日期:“11.1.2031”不是日期");
        assertThat(admin.get("/audit?kind=NONE").statusCode()).isEqualTo(400);
    }

    @Test
    void the_log_comes_in_pages() {
        EngineTime.set("2031-01-13T09:00:00+08:00");
        for (int i = 0; i < 51; i++) {
            trail.record(AuditKind.VIEW, "nanjing-pmd", "案件 " + i + "号", "", HERE);
        }
        WebVisitor admin = WebVisitor.loggedIn(port, "admin");
        assertThat(page(admin, "?kind=VIEW")).contains("案件 50号", "第 <span>1</span> / <span>2</span> 页", "kind=VIEW");
        assertThat(page(admin, "?kind=VIEW&page=1")).contains("案件 0号").doesNotContain("案件 50号");
    }

    @Test
    void nobody_else_reads_it() {
        for (String user : List.of("hq-top-management", "hq-pmd-manager", "analyst", SPECIALIST)) {
            WebVisitor visitor = WebVisitor.loggedIn(port, user);
            assertThat(visitor.get("/audit").statusCode()).as(user).isEqualTo(403);
            assertThat(visitor.get("/audit?from=x").statusCode()).as(user).isEqualTo(403);
            assertThat(visitor.get("/cases").body()).doesNotContain("/audit");
        }
        assertThat(page(WebVisitor.loggedIn(port, "admin"), "")).contains("href=\"/audit\"");
        assertThatThrownBy(() -> LoggedIn.as(identity, SPECIALIST, () -> log.find(all(), 0, 10)))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void entries_are_deleted_after_a_year_and_no_sooner() {
        EngineTime.set("2031-01-14T09:00:00+08:00");
        trail.record(AuditKind.VIEW, "nanjing-pmd", "案件 甲", "", HERE);
        trail.flush();
        EngineTime.set("2032-01-14T09:00:00+08:00");
        assertThat(trail.forgetOld()).isZero();
        EngineTime.set("2032-01-14T09:00:00.001+08:00");
        assertThat(trail.forgetOld()).isEqualTo(1);
    }

    @Test
    void whatever_is_typed_as_a_name_fits() {
        EngineTime.set("2031-01-15T09:00:00+08:00");
        basic("/api/search", "x".repeat(300) + "\u0000\n", "demo");
        basic("/api/search", "", "demo");

        assertThat(entries()).extracting(AuditEntry::userId).containsExactly("x".repeat(63) + "…");
    }

    private List<AuditEntry> entries() {
        return LoggedIn.as(identity, "admin", () -> log.find(all(), 0, 100)).entries();
    }

    /** What somebody saw, apart from coming and going. */
    private List<Tuple> seen() {
        return entries().stream()
                .filter(e -> !e.kind().login())
                .map(e -> tuple(e.kind(), e.userId(), e.subject()))
                .toList();
    }

    private static AuditLog.Query all() {
        return new AuditLog.Query(null, EnumSet.allOf(AuditKind.class), null, null);
    }

    private static String page(WebVisitor visitor, String query) {
        HttpResponse<String> answer = visitor.get("/audit" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void basic(String path, String password) {
        basic(path, SPECIALIST, password);
    }

    private void basic(String path, String user, String password) {
        WebVisitor visitor = new WebVisitor(port);
        visitor.send(visitor.request(path).header("Authorization", credentials(user, password)));
    }

    private static String credentials(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
