package cn.aftercare.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium with a profile of its own, set up like an office desk in China. System properties
 * {@code aftercare.chromium} and {@code aftercare.chromedriver} name other programs than Debian's.
 */
public final class Browser implements AutoCloseable {

    /** How long a page may take to show what was asked of it, on a busy machine. */
    private static final Duration LANGUAGE_LOADS = Duration.ofSeconds(5);

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path ARTIFACTS = Path.of("e2e", "artifacts");

    private final Path profile;
    private final ChromeDriver driver;

    public Browser() {
        try {
            profile = Files.createTempDirectory("aftercare-chromium-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("aftercare.chromedriver", "/usr/bin/chromedriver")))
                .usingAnyFreePort()
                .withEnvironment(Map.of("TZ", "Asia/Shanghai", "LANG", "zh_CN.UTF-8"))
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("aftercare.chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--accept-lang=zh-CN",
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        driver = new ChromeDriver(service, options);
        // Debian's Chromium speaks English unless its language package is installed.
        driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", "zh-CN"));
        driver.manage().window().setSize(new Dimension(1680, 1180));
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Waits until the question has an answer that is neither null, false nor empty, and gives it. */
    public <T> T await(String what, Supplier<T> question) {
        return await(what, PATIENCE, question);
    }

    public <T> T await(String what, Duration patience, Supplier<T> question) {
        return new WebDriverWait(driver, patience, Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .withMessage(what)
                .until(d -> question.get());
    }

    public Object script(String javaScript, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(javaScript, arguments);
    }

    /** What the script hands to the function it gets as its last argument. */
    Object asyncScript(String javaScript, Object... arguments) {
        return ((JavascriptExecutor) driver).executeAsyncScript(javaScript, arguments);
    }

    /** Shows the pages as a phone does, until {@link #desk}. */
    public void phone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    }

    public void desk() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Whether everything is as wide as the screen at most, so that nobody has to push the page sideways. */
    public boolean fits() {
        return Boolean.TRUE.equals(script("return document.documentElement.scrollWidth <= window.innerWidth"));
    }

    /** Saves what is on the screen to {@code e2e/artifacts/<name>.png}. */
    public Path screenshot(String name) {
        try {
            Path file = Files.createDirectories(ARTIFACTS).resolve(name + ".png");
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Like {@link #screenshot}; with the system property {@code aftercare.screenshots} the picture is also saved there,
     * under the name the README shows it by.
     */
    public void picture(String name, String publishedName) {
        Path file = screenshot(name);
        String folder = System.getProperty("aftercare.screenshots", "");
        if (!folder.isBlank()) {
            try {
                Files.copy(
                        file,
                        Files.createDirectories(Path.of(folder)).resolve(publishedName + ".png"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * English words on the screen, except names, numbers and codes: what a person who reads Chinese only trips over. The
     * webapps show the keys of their texts until the language is loaded.
     */
    public List<String> english() {
        long end = System.nanoTime() + LANGUAGE_LOADS.toNanos();
        List<String> words = englishNow();
        while (!words.isEmpty() && System.nanoTime() < end) {
            words = englishNow();
        }
        return words;
    }

    @SuppressWarnings("unchecked")
    private List<String> englishNow() {
        return (List<String>) script("""
                const allowed = /Camunda|Platform|Asia|Shanghai|^PDF$|^Word$|^ZIP$|^[A-Z]{2,5}-|^v?[0-9.]+$|^AM$|^PM$|^ID$/;
                const words = new Set();
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const box = node.parentElement;
                    if (!box.checkVisibility() || box.closest('script, style, .sr-only, svg, .tenant-id')) continue;
                    for (const word of node.data.match(/[A-Za-z][A-Za-z-]{2,}/g) || []) {
                        if (!allowed.test(word)) words.add(word + ' in: ' + node.data.trim());
                    }
                }
                for (const input of document.querySelectorAll('input[placeholder]')) {
                    if (input.checkVisibility() && /[A-Za-z]{3,}/.test(input.placeholder)) words.add(input.placeholder);
                }
                return [...words];
                """);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            profile.toFile().deleteOnExit(); // the browser may still be removing files itself
        }
    }
}
