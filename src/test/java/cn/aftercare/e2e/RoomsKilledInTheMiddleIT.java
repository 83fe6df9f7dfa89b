package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.handover.HandoverList;
import cn.aftercare.survey.SurveyFactor;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * As {@link KilledInTheMiddleIT}, in the rooms beside the repair: a hand-over, a training, a consultation, a quality item
 * and a yearly survey. Mails go to a server that stays up.
 */
class RoomsKilledInTheMiddleIT {

    private static final Pattern LINK = Pattern.compile("/survey/[A-Za-z0-9_-]+");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private PackagedApp app;
    private Site site;
    private PowerCut power;

    @BeforeEach
    void start() {
        mail.start();
        app = PowerCut.program(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--aftercare.notification.mail.from=aftercare@company.example",
                // The outcome must not depend on the time of day.
                "--aftercare.notification.quiet.from=00:00",
                "--aftercare.notification.quiet.to=00:00");
        site = new Site(app);
        power = new PowerCut(app, site);
    }

    @AfterEach
    void stop() {
        app.close();
        mail.stop();
    }

    @Test
    void aHandOverBeginsOneTrainingAndAsksOnceForTheTwo() throws Exception {
        String no = power.start(
                20,
                Site.PMD,
                "project-handover",
                Map.of(
                        "projectCode",
                        Site.PROJECT,
                        "acceptedOn",
                        today().minusDays(3).toString()));
        power.press(no, 15, Site.PMD, "移交工程档案", signOff(HandoverList.ARCHIVE));
        site.complete(Site.PMD, no, "清理施工现场", signOff(HandoverList.SITE));
        // The training is begun by a job right after this answer.
        power.press(
                no,
                400,
                Site.PMD,
                "建立保修档案",
                Map.of(
                        "warrantyItems",
                        "防水;装修",
                        "managerId",
                        Site.MANAGER,
                        "substituteReason",
                        "原项目经理另有任用",
                        "engineerId",
                        Site.ENGINEER,
                        "technicians",
                        "陈国强\n刘大勇",
                        "machines",
                        "切割机 2 墙地面石材维修"));
        power.await("the end of the warranty", () -> site.timers(no).equals(List.of("Event_NamingNear")));
        assertThat(site.runningAt(Site.PROJECT, "owner-training")).hasSize(1);

        power.elapse(no, 25, "Event_NamingNear");
        assertThat(site.timers(no)).containsExactly("Event_NamingLate");
        power.press(
                no,
                20,
                Site.PMD_MANAGER,
                "指定两名过保管理人员",
                Map.of("firstManager", "nanjing-post-warranty", "secondManager", "nanjing-marketing"));

        ended(no, "project-handover", "移交工程档案", "清理施工现场", "建立保修档案", "指定两名过保管理人员");
        String page = app.getAs(Site.PMD, "/projects/" + Site.PROJECT).body();
        for (String once : List.of("竣工验收", "移交工程档案", "清理施工现场", "保修建档", "启动业主培训", "指定过保管理人员")) {
            assertThat(page).containsOnlyOnce(">" + once + "</a>");
        }
        assertThat(page).containsOnlyOnce(">业主培训 PX-");
    }

    @Test
    void aTrainingKeepsEveryRoundOnce() throws Exception {
        HttpResponse<String> qualified = app.postFormAs(
                "hq-pmd",
                "/training/trainers",
                Map.of(
                        "person",
                        Site.TRAINER,
                        "subject",
                        "GENERAL",
                        "certificateNo",
                        "JY-901",
                        "validUntil",
                        today().plusYears(1).toString()));
        assertThat(qualified.statusCode()).as(qualified.body()).isBetween(300, 399);
        String no = power.start(
                20,
                Site.PMD,
                "owner-training",
                Map.of("projectCode", Site.PROJECT, "subject", "GENERAL", "occasion", "更换物业公司"));
        power.interrupted(20, () -> upload(no, "MANUAL", "manual.pdf"));
        upload(no, "MANUAL", "manual.pdf");
        upload(no, "HANDOUT", "handout.pdf");
        site.complete(Site.PMD, no, "编制手册与讲义", Map.of("manualVersion", "V1", "outlineVersion", "V1"));
        power.press(no, 20, Site.PMD, "确定教员", trainer());
        power.press(
                no,
                30,
                Site.TRAINER,
                "授课",
                course(Map.of("name", "张三", "position", "工程主管"), Map.of("name", "李四", "position", "电工")));
        power.press(
                no,
                30,
                Site.TRAINER,
                "考核",
                Map.of("results", List.of(Map.of("attendee", "1", "score", 86), Map.of("attendee", "2", "score", 52))));
        site.complete(Site.PMD, no, "确定教员", trainer());
        site.complete(Site.TRAINER, no, "授课", course());
        site.complete(Site.TRAINER, no, "考核", Map.of("results", List.of(Map.of("attendee", "2", "score", 75))));
        assertThat(site.timers(no)).containsExactly("Event_TrainingLate", "Event_TrainingNear");
        upload(no, "SIGNED_SCAN", "signed.pdf");
        // The record is archived by a job right after this answer.
        power.press(no, 700, Site.PMD, "业主签认", Map.of("signedBy", "周敏", "signedOn", today().toString()));

        ended(no, "owner-training", "编制手册与讲义", "确定教员", "授课", "考核", "确定教员", "授课", "考核", "业主签认");
        String page = app.getAs(Site.PMD, "/training/" + no).body();
        for (String once : List.of(
                ">第1轮<", ">第2轮<", ">张三<", ">李四<", "第1轮86分", "第1轮52分", "第2轮75分", ">manual.pdf<", ">培训记录 PXJL-")) {
            assertThat(page).containsOnlyOnce(once);
        }
    }

    @Test
    void aQuestionBecomesOneCase() throws Exception {
        String mark = "5层走廊";
        String no = power.start(
                20,
                Site.AFTER_SALES,
                "technical-consultation",
                Map.of(
                        "projectCode", Site.PROJECT,
                        "kind", "QUESTION",
                        "receivedAt", PowerCut.time(),
                        "channel", "PHONE",
                        "askerName", "周敏",
                        "askerPhone", "13800000000",
                        "question", "吊顶有裂缝,要紧吗"));
        assertThat(site.timers(no)).containsExactly("Event_AnswerNear");
        power.press(
                no,
                40,
                Site.ENGINEER,
                "解答咨询",
                Map.of("outcome", "REPAIR", "answer", "需上门查看", "category", "DECORATION", "location", mark));
        assertThat(site.timers(no)).isEmpty();
        String caseNo = site.caseAt(mark);
        assertThat(site.instances("repair", caseNo)).isOne();
        assertThat(site.instances("service-commitment", caseNo))
                .isEqualTo(site.repairCase(caseNo).path("commitments").size());
        power.press(
                no,
                20,
                Site.AFTER_SALES,
                "告知咨询人",
                Map.of("toldAt", PowerCut.time(), "toldBy", "PHONE", "toldNote", "明白了"));

        ended(no, "technical-consultation", "解答咨询", "告知咨询人");
        assertThat(site.casesAt(mark)).isOne();
    }

    @Test
    void aQualityItemHasOneClockForEachStepAndTellsItsRaiserOnce() throws Exception {
        // A demo login has an address nobody can own, which is not written to.
        givesTheAddress("pmd@company.example");
        String no = power.start(
                20,
                Site.PMD,
                "quality-feedback",
                Map.of("projectCode", Site.PROJECT, "source", "CONTACT", "content", "卫生间渗漏"));
        power.press(
                no,
                30,
                Site.QUALITY,
                "分类分级",
                Map.of("aspects", List.of("CONSTRUCTION", "DESIGN"), "grade", "ORDINARY", "analysis", "收口未闭合"));
        power.press(
                no, 40, Site.QUALITY, "评估质量信息", Map.of("several", false, "assessment", "影响使用", "conclusion", "HANDLE"));
        assertThat(site.taskNames(no)).containsExactlyInAnyOrder("制定纠正和预防措施", "处理设计问题");
        assertThat(site.timers(no)).containsExactly("Event_ReminderDue", "Event_ReminderDue");
        power.press(
                no,
                40,
                Site.PMD,
                "制定纠正和预防措施",
                Map.of(
                        "answer",
                        "重做收口",
                        "measures",
                        List.of(Map.of(
                                "kind",
                                "CORRECTIVE",
                                "content",
                                "重做防水收口",
                                "person",
                                Site.ENGINEER,
                                "dueOn",
                                today().plusDays(10).toString()))));
        power.press(no, 40, "hq-technical-office", "处理设计问题", Map.of("answer", "节点大样已修改", "measures", List.of()));
        power.press(no, 40, Site.ENGINEER, "落实措施", Map.of("result", "已重做"));
        assertThat(site.timers(no)).containsExactly("Event_EffectDue");
        power.elapse(no, 30, "Event_EffectDue");
        // The raiser is told, and the record archived, by jobs right after this answer.
        power.press(no, 500, Site.QUALITY, "验证效果", Map.of("effective", "YES", "finding", "无渗漏"));

        ended(no, "quality-feedback", "分类分级", "评估质量信息", "制定纠正和预防措施", "处理设计问题", "落实措施", "验证效果");
        assertThat(site.instances("quality-clock", no))
                .as("one clock for each step")
                .isEqualTo(6);
        assertThat(app.getAs(Site.PMD, "/quality/" + no).body()).containsOnlyOnce(">质量信息处理记录 ZLJL-");
        String outcome = "【处理结果】质量信息 " + no;
        power.await("the mail", () -> messageIds(outcome).size() == 1);
        power.await(
                "deliveries",
                () -> site.get(Demo.ADMIN, "/engine-rest/process-instance?processDefinitionKey=notification-delivery")
                        .isEmpty());
        assertThat(messageIds(outcome))
                .as("a mail sent again is known by its id")
                .hasSize(1);
    }

    @Test
    void aYearlySurveyAsksEveryOwnerAndCountsEveryAnswerOnce() throws Exception {
        int owners = 20;
        projectsOfOwners(owners);
        String year = String.valueOf(Site.now().getYear());
        String no = "MYDC-" + year;
        power.interrupted(25, () -> site.start(Site.QUALITY, "satisfaction-survey", Map.of("unit", "hq")));
        if (site.instances("satisfaction-survey", no) == 0) {
            site.start(Site.QUALITY, "satisfaction-survey", Map.of("unit", "hq"));
        }
        assertThat(site.instances("satisfaction-survey", no)).isOne();
        power.await("a few mails", () -> mail.getReceivedMessages().length >= 3);
        app.kill();
        app.restart();
        power.await(
                "the end of the round", () -> site.timers(no).equals(List.of("Event_ChaseDue", "Event_PeriodEnds")));

        Map<String, String> links = linksByOwner();
        assertThat(links).hasSize(owners);
        links.values().forEach(link -> assertThat(app.get(link).statusCode()).isEqualTo(200));
        assertThat(ownersMails())
                .as("only the mail under way may be sent again")
                .isBetween(owners, owners + 1);
        assertThat(page(year)).contains("共 <b>" + (owners + 1) + "</b> 份");

        // What an owner has sent is kept once, whatever the phone was told.
        String link = links.get("owner01@example.com");
        HttpResponse<String> before = power.interrupted(30, () -> app.postForm(link, answers()));
        int again = app.postForm(link, answers()).statusCode();
        assertThat(again).isIn(before == null ? List.of(200, 404) : List.of(404));
        assertThat(app.postForm(link, answers()).statusCode()).isEqualTo(404);

        power.elapse(no, 30, "Event_PeriodEnds");
        power.awaitTask(no, "汇总分析调查结果");
        power.press(no, 20, Site.QUALITY, "汇总分析调查结果", Map.of("conclusion", "总体满意"));
        ended(no, "satisfaction-survey", "汇总分析调查结果");
        assertThat(page(year))
                .contains("共 <b>" + (owners + 1) + "</b> 份", "总体满意", "已截止")
                .containsOnlyOnce(">100.00<");
        assertThat(ownersMails()).isBetween(owners, owners + 1);
    }

    /** Everything that was done was done once, and nothing is left over. */
    private void ended(String no, String process, String... tasks) {
        power.await(
                "the end of " + no,
                () -> site.get(
                                Demo.ADMIN,
                                "/engine-rest/process-instance?businessKey=" + no + "&processDefinitionKey=" + process)
                        .isEmpty());
        assertThat(site.doneTasks(no)).containsExactlyInAnyOrder(tasks);
        assertThat(site.taskNames(no)).isEmpty();
        assertThat(site.timers(no)).isEmpty();
        assertThat(site.instances(process, no)).isOne();
        assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();
    }

    private static Map<String, Object> signOff(HandoverList list) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("items", list.items());
        fields.put("doneOn", today().toString());
        fields.put("responsible", "李建国");
        if (list == HandoverList.ARCHIVE) {
            fields.put("receiver", "周敏");
        }
        return fields;
    }

    private HttpResponse<String> upload(String training, String purpose, String name) {
        HttpResponse<String> answer = app.postFileAs(
                Site.PMD,
                "/training/" + training + "/attachments",
                Map.of("purpose", purpose),
                name,
                "%PDF-1.7\n" + name);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
        return answer;
    }

    private static Map<String, Object> trainer() {
        return Map.of("trainer", Site.TRAINER, "plannedOn", today().toString(), "place", "物业会议室");
    }

    @SafeVarargs
    private static Map<String, Object> course(Map<String, String>... attendees) {
        return Map.of(
                "courses",
                List.of(Map.of("heldOn", today().toString(), "place", "物业会议室", "hours", 2.5)),
                "content",
                "各系统的操作与保养",
                "attendees",
                List.of(attendees));
    }

    private void givesTheAddress(String address) {
        String sheet = "登录名,姓名,岗位,邮箱\n%s,%s,南京分公司 项目管理部,%s\n".formatted(Site.PMD, site.nameOf(Site.PMD), address);
        HttpResponse<String> answer = app.postFileAs(Demo.ADMIN, "/api/people/import", "people.csv", sheet);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The ids of the mails with this subject. */
    private Set<String> messageIds(String subject) {
        Set<String> ids = new TreeSet<>();
        try {
            for (MimeMessage message : mail.getReceivedMessages()) {
                if (message.getSubject().contains(subject)) {
                    ids.add(message.getMessageID());
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private void projectsOfOwners(int number) {
        StringBuilder sheet = new StringBuilder("工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目,业主邮箱\n");
        for (int i = 1; i <= number; i++) {
            sheet.append(
                    "NJ-2024-8%1$02d,第%1$d号楼装修工程,金陵置业,周敏,13800000000,中山路%1$d号,nanjing,分公司直管,%2$s,李建国,防水;装修,owner%1$02d@example.com\n"
                            .formatted(i, today().minusYears(1)));
        }
        HttpResponse<String> answer =
                app.postFileAs(Demo.ADMIN, "/api/projects/import", "projects.csv", sheet.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The link each owner got last. */
    private Map<String, String> linksByOwner() throws MessagingException, IOException {
        Map<String, String> links = new TreeMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            Matcher link = LINK.matcher(message.getContent().toString());
            if (link.find()) {
                links.put(message.getAllRecipients()[0].toString(), link.group());
            }
        }
        return links;
    }

    private int ownersMails() throws MessagingException {
        int mails = 0;
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().endsWith("@example.com")) {
                mails++;
            }
        }
        return mails;
    }

    private static Map<String, String> answers() {
        Map<String, String> fields = new HashMap<>();
        for (SurveyFactor factor : SurveyFactor.values()) {
            fields.put(factor.name(), "100");
        }
        fields.put("filledBy", "周敏");
        return fields;
    }

    private String page(String year) {
        return app.getAs(Site.QUALITY, "/year-surveys?year=" + year).body();
    }

    private static LocalDate today() {
        return Site.now().toLocalDate();
    }
}
