package cn.aftercare.emergency.web;

import static cn.aftercare.repair.Walk.form;
import static cn.aftercare.repair.Walk.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.app.DeliveryService;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The board of whoever is on duty. */
@EngineTest
@Import(Walk.class)
@TestPropertySource(
        properties = {
            "aftercare.notification.webhooks[0].group=nanjing-pmd-manager",
            "aftercare.notification.webhooks[0].url=http://127.0.0.1:9/manager",
            "aftercare.notification.webhooks[1].group=hq-pmd",
            "aftercare.notification.webhooks[1].url=http://127.0.0.1:9/hq",
            "aftercare.notification.webhooks[2].group=nanjing-site-technician",
            "aftercare.notification.webhooks[2].url=http://127.0.0.1:9/site"
        })
class OnCallPageTest {

    @Autowired
    Walk walk;

    @Autowired
    ProjectService projects;

    @Autowired
    DeliveryService deliveries;

    @Autowired
    MockMvc web;

    @BeforeEach
    void project() {
        Project p = walk.project();
        Team t = p.team();
        // The roster with telephones.
        projects.save(new Project(
                p.code(),
                p.name(),
                p.ownerName(),
                p.ownerContact(),
                p.ownerPhone(),
                p.address(),
                p.unit(),
                p.managementMode(),
                p.acceptedOn(),
                p.projectManager(),
                p.supervisionAuthority(),
                p.designUnit(),
                p.scopeNote(),
                new Team(
                        t.managerId(),
                        t.managerName(),
                        t.substituteReason(),
                        t.engineerId(),
                        t.engineerName(),
                        List.of(new TeamMember("技工1", "137 0000 0001"), new TeamMember("技工2", null))),
                p.items(),
                p.machines(),
                p.overrides(),
                p.closedOn()));
        EngineTime.set("2025-10-02T02:15:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    private Repair emergency(String receivedAt, String description) {
        ReportDraft d = walk.emergency(receivedAt, null);
        return walk.reported(new ReportDraft(
                d.projectCode(),
                d.receivedAt(),
                d.channel(),
                d.reporterName(),
                d.reporterPhone(),
                d.category(),
                d.location(),
                description,
                true,
                false,
                false,
                null,
                d.lateEntryReason()));
    }

    private static void dispatch(Repair repair) {
        repair.complete(
                "nanjing-warranty-manager",
                "派遣抢修人员",
                Map.of(
                        "dutyPerson",
                        "李建国 13900000000",
                        "neededCrew",
                        3,
                        "siteTechnician",
                        "nanjing-site-technician",
                        "crew",
                        list("技工1", "技工2"),
                        "borrowedCrew",
                        "赵六 025-83210000",
                        "dispatchedAt",
                        form(EngineTime.now())));
    }

    private String board(String login) throws Exception {
        return web.perform(get("/on-call").with(httpBasic(login, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The board keeps what other tests left open. */
    private String card(String login, Repair repair) throws Exception {
        String page = board(login);
        int from = page.indexOf("<h2 id=\"no-" + repair.caseNo());
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf("</article>", from));
    }

    @Test
    void who_is_where_and_what_is_due_stands_on_the_board() throws Exception {
        Repair repair = emergency("2025-10-02T02:15:00+08:00", "水管爆裂");
        String before = card("nanjing-warranty-manager", repair);
        assertThat(before).contains("尚未派出", "2025-10-02 10:15", "剩 8小时", "href=\"tel:13800000000\"");
        String task = repair.task("派遣抢修人员").getId();
        assertThat(before).containsPattern("searchQuery=[^\"]*" + repair.caseNo() + "[^\"]*task=" + task);

        dispatch(repair);
        assertThat(card("nanjing-pmd-manager", repair))
                .contains(
                        "href=\"tel:13900000000\"",
                        "href=\"tel:13700000001\"",
                        "href=\"tel:02583210000\"",
                        "技工2",
                        "2025-10-02 02:15 派出,需要 3 人",
                        "尚未到场",
                        "响应业主",
                        "登记到场");

        EngineTime.set("2025-10-02T10:20:00+08:00");
        repair.complete(
                "nanjing-site-technician",
                "登记到场",
                Map.of(
                        "arrivedAt", form(EngineTime.now()),
                        "arrivedCrew", "技工1、技工2",
                        "whereabouts", "3层设备间"));
        assertThat(card("hq-pmd", repair))
                .contains("2025-10-02 10:20 到场,3层设备间", "已超时 5分钟")
                .doesNotContain("尚未到场");
    }

    @Test
    void the_most_urgent_comes_first_and_ordinary_cases_do_not() throws Exception {
        Repair later = emergency("2025-10-02T02:00:00+08:00", "水管爆裂");
        Repair sooner = emergency("2025-10-02T01:00:00+08:00", "水管爆裂");
        Repair ordinary = walk.reported(walk.report("2025-10-02T00:30:00+08:00"));
        String page = board("nanjing-after-sales");
        assertThat(page.indexOf("no-" + sooner.caseNo())).isPositive().isLessThan(page.indexOf("no-" + later.caseNo()));
        assertThat(page).doesNotContain(ordinary.caseNo());
    }

    @Test
    void another_unit_sees_an_empty_board() throws Exception {
        Repair repair = emergency("2025-10-02T02:15:00+08:00", "水管爆裂");
        web.perform(get("/on-call").with(httpBasic("suzhou-warranty-manager", "demo")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("现在没有未结的紧急抢修和结构安全案件")))
                .andExpect(content().string(not(containsString(repair.caseNo()))));
        web.perform(get("/on-call")).andExpect(status().isUnauthorized());
    }

    @Test
    void what_people_typed_is_text() throws Exception {
        emergency("2025-10-02T02:15:00+08:00", "<script>alert(1)</script>");
        assertThat(board("nanjing-warranty-manager"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_report_to_the_authority_is_told_here_and_at_hq() {
        Repair repair = walk.reported(walk.structural("2025-10-02T02:15:00+08:00"));
        walk.runDueJobs();
        repair.complete(
                "nanjing-warranty-manager",
                "报告监督机构",
                Map.of(
                        "reportedAt", form(EngineTime.now()),
                        "recipient", "南京市建筑工程质量安全监督站",
                        "reportChannel", "PHONE",
                        "receiptNo", "宁质监2025-001"));
        List<Delivery> sent = told(repair, NotificationKind.REPORT);
        assertThat(sent).extracting(Delivery::addressee).containsExactlyInAnyOrder("nanjing-pmd-manager", "hq-pmd");
        assertThat(sent.get(0).urgent()).isTrue();
        assertThat(sent.get(0).text()).contains("报告:2025-10-02 02:15 电话", "回执编号:宁质监2025-001");
    }

    @Test
    void a_dispatch_is_told_to_who_leads_it_and_who_would_send_more() {
        Repair repair = emergency("2025-10-02T02:15:00+08:00", "水管爆裂");
        dispatch(repair);
        List<Delivery> sent = told(repair, NotificationKind.DISPATCH);
        assertThat(sent)
                .extracting(Delivery::addressee)
                .containsExactlyInAnyOrder("nanjing-pmd-manager", "nanjing-site-technician");
        assertThat(sent.get(0).urgent()).isTrue();
        assertThat(sent.get(0).subject()).isEqualTo("【派工】紧急抢修 " + repair.caseNo() + " 金陵大厦装修工程");
        assertThat(sent.get(0).text()).contains("地点:南京市中山路1号 3层走廊", "人员:技工1、技工2、赵六 025-83210000");
    }

    private List<Delivery> told(Repair repair, NotificationKind kind) {
        return deliveries.ofCase(repair.caseNo()).stream()
                .filter(d -> d.kind() == kind)
                .toList();
    }
}
