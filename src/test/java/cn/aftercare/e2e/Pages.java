package cn.aftercare.e2e;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Our own pages, as whoever is logged in sees them. */
final class Pages {

    private final Browser browser;
    private final PackagedApp app;

    Pages(Browser browser, PackagedApp app) {
        this.browser = browser;
        this.app = app;
    }

    Pages open(String path) {
        browser.driver().get(app.uri(path).toString());
        return this;
    }

    /** The text of the page, without the frame around it. */
    String text() {
        return browser.driver().findElement(By.tagName("main")).getText();
    }

    /** Opens the page until it says this: what a job does is there a little later. */
    Pages awaitText(String path, String text) {
        browser.await(path + " does not say " + text, () -> open(path).text().contains(text));
        return this;
    }

    /** Opens the list until it shows this text; gives the first number of this shape on it. */
    String awaitNumber(String path, String text, String shape) {
        awaitText(path, text);
        Matcher number = Pattern.compile(shape).matcher(text());
        if (!number.find()) {
            throw new AssertionError("no " + shape + " on " + path);
        }
        return number.group();
    }

    void click(By what) {
        WebElement button = browser.await(
                "nothing to click: " + what, () -> browser.driver().findElement(what));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }

    void click(String css) {
        click(By.cssSelector(css));
    }

    /** Presses the button that reads so and waits for the page that follows. */
    void press(String label) {
        browser.script("document.documentElement.dataset.before = 'yes'");
        click(By.xpath("//button[normalize-space()='" + label + "']"));
        browser.await(
                label + " leads nowhere",
                () -> !Boolean.TRUE.equals(browser.script("return document.documentElement.dataset.before === 'yes'")));
    }

    /** Replaces what the input of this name holds. */
    Pages type(String name, String value) {
        WebElement input = browser.driver().findElement(By.name(name));
        if ("date".equals(input.getDomAttribute("type"))) {
            browser.script("arguments[0].value = arguments[1]", input, value);
        } else {
            input.clear();
            input.sendKeys(value);
        }
        return this;
    }

    Pages choose(String name, String option) {
        click(By.xpath("//select[@name='" + name + "']/option[normalize-space()='" + option + "']"));
        return this;
    }

    /** Uploads a file on the page of a dossier, for the purpose that reads so. */
    void upload(String path, String purpose, Path file) {
        open(path).choose("purpose", purpose);
        browser.driver()
                .findElement(By.cssSelector("#upload input[type=file][multiple]"))
                .sendKeys(file.toString());
        press("上传");
        awaitText(path, file.getFileName().toString());
    }
}
