package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lists of Tasklist, and a broken promise in front of the people who must see to it. */
@BrowserTest
class SupervisionBrowserIT {

    @Test
    void aGroupFindsItsWorkInTheList(Tasklist tasklist, Browser browser, PackagedApp app) {
        Site site = new Site(app);
        String first = site.report(Site.PROJECT, "nanjing", "大堂");
        String second = site.report(Site.PROJECT, "nanjing", "1号电梯厅");
        String third = site.report(Site.PROJECT, "nanjing", "4层卫生间");
        site.complete(Site.AFTER_SALES, third, "下达维修任务单", Map.of("decision", "TAKEN", "itemCategory", "DECORATION"));

        tasklist.login(Site.AFTER_SALES);
        assertThat(tasklist.filters()).containsSubsequence("我的任务", "本组待办", "今日到期", "已超时", "督办");
        tasklist.openFilter("本组待办").openTask("下达维修任务单", second);
        browser.await(
                "not all three cases in the list",
                () -> tasklist.cards().stream()
                                .filter(card -> card.contains(first) || card.contains(second) || card.contains(third))
                                .count()
                        == 3);
        assertThat(tasklist.cards()).anySatisfy(card -> assertThat(card).contains("联系业主", third, "响应 20"));
        assertThat(browser.english()).isEmpty();
        browser.picture("50-group-list", "tasklist");
    }

    @Test
    void aBrokenPromiseIsSupervised(Tasklist tasklist, Browser browser, PackagedApp app) {
        Site site = new Site(app);
        String late = site.reportLate("6层机房", Duration.ofDays(2));
        browser.await(
                "nobody is asked to supervise " + late,
                () -> site.taskNames(late).contains("督办:维保经理"));

        tasklist.login(Site.AFTER_SALES).narrow("已超时", late).openTask("下达维修任务单");
        browser.screenshot("51-overdue");

        tasklist.login(Site.MANAGER)
                .narrow("督办", late)
                .openTask("督办:维保经理", late)
                .claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(late, Site.PROJECT_NAME, "响应");
        assertThat(tasklist.completeRefused()).isNotBlank();
        form.fill("measure", "值班漏报,已安排今天下午上门,责任人:售后服务专员");
        browser.screenshot("52-supervise");
        tasklist.complete();

        assertThat(site.taskNames(late)).doesNotContain("督办:维保经理");
        assertThat(site.repairCase(late).path("commitments")).anySatisfy(c -> {
            assertThat(c.path("type").asText()).isEqualTo("RESPONSE");
            assertThat(c.path("status").asText()).isEqualTo("BREACHED");
        });
    }
}
