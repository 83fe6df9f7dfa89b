package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class LoginBrowserIT {

    @Test
    void aPersonOfABranchLogsInToAChineseTasklist(Tasklist tasklist, Browser browser) {
        tasklist.loginByForm("nanjing-after-sales");

        assertThat(browser.driver().getTitle()).matches(".*\\p{IsHan}.*");
        assertThat(browser.script("return document.querySelector('.start-process-action').innerText"))
                .asString()
                .matches("(?s).*\\p{IsHan}.*");
        tasklist.screenshot("tasklist");
    }
}
