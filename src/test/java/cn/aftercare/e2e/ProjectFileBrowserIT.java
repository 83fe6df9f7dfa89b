package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** From the warranty file of a project to a report with the project filled in, and back to the file that tells of it. */
@BrowserTest
class ProjectFileBrowserIT {

    @Test
    void aReportStartsFromTheProjectAndStandsInItsFile(Tasklist tasklist, Browser browser, PackagedApp app) {
        new Site(app);
        String mark = "5层走廊" + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000));
        tasklist.login(Site.AFTER_SALES);
        String file = app.uri("/projects/" + Site.PROJECT).toString();
        browser.driver().get(file);
        browser.driver().findElement(By.xpath("//button[text()='登记报修']")).click();

        browser.await("no start form", () -> tasklist.startForm().shows("projectCode"));
        assertThat(tasklist.startForm().value("projectCode")).contains(Site.PROJECT_NAME);
        browser.screenshot("90-report-from-project");
        tasklist.startForm()
                .fill("channel", "来电")
                .fill("reporterName", "周敏")
                .fill("reporterPhone", "13800000000")
                .fill("category", "装修")
                .fill("location", mark)
                .fill("description", "吊顶开裂");
        tasklist.start();

        browser.driver().get(file + "?kind=REPAIR");
        assertThat(browser.driver().findElement(By.id("file")).getText()).contains(mark, "接报 BX-");
        browser.screenshot("91-project-file");
    }
}
