package cn.aftercare.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Camunda Tasklist the way a person works with it. It finds its way by structure, never by the texts of the web
 * application, which are translated.
 */
public final class Tasklist {

    private static final String TASK_FORM = "[cam-tasklist-task]";
    private static final String PATH = "/camunda/app/tasklist/default/";
    private static final String FILTERS = "[cam-tasklist-filters]";
    private static final String DIALOG = ".modal-content";
    private static final Pattern TASK_IN_ADDRESS = Pattern.compile("[?&]task=([^&]+)");

    private static final String LOGIN = """
            const [username, password, done] = arguments;
            const page = '/camunda/app/tasklist/default/';
            const login = async () => {
                await fetch(page);
                const answer = await fetch('/camunda/api/admin/auth/user/default/login/tasklist', {
                    method: 'POST',
                    headers: {'X-XSRF-TOKEN': decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1])},
                    body: new URLSearchParams({username, password}),
                });
                await fetch(page); // the session is a new one now, and has a new token
                return answer.status;
            };
            login().then(done, error => done(String(error)));
            """;

    private final Browser browser;
    private final PackagedApp app;
    private String user;

    public Tasklist(Browser browser, PackagedApp app) {
        this.browser = browser;
        this.app = app;
    }

    /** Logs this person in, whoever was logged in before, the way the login form does it but without drawing it. */
    public Tasklist login(String user) {
        forget();
        Object answer = browser.asyncScript(LOGIN, user, Demo.PASSWORD);
        if (!Long.valueOf(200).equals(answer)) {
            throw new AssertionError("login of " + user + " failed: " + answer);
        }
        this.user = user;
        return this;
    }

    /** Opens Tasklist, types name and password into its form and presses the button. */
    public Tasklist loginByForm(String user) {
        forget();
        browser.driver().get(app.uri(PATH).toString());
        WebElement secret = browser.await("no login form", () -> one("input[type='password']"));
        // The page moves the focus once, and what is typed meanwhile ends in the other field.
        browser.await("the login form does not take the name", () -> {
            type(one("form input[type='text']"), user);
            type(secret, Demo.PASSWORD);
            return user.equals(one("form input[type='text']").getDomProperty("value"))
                    && Demo.PASSWORD.equals(secret.getDomProperty("value"));
        });
        one("form button[type='submit']").click();
        browser.await("login of " + user + " failed: " + errors(), () -> exists(FILTERS));
        this.user = user;
        return this;
    }

    private void forget() {
        browser.driver().get(app.uri("/camunda/favicon.ico").toString());
        browser.driver().manage().deleteAllCookies();
    }

    private static void type(WebElement input, String text) {
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** Opens Tasklist unless it is open. */
    private void open() {
        if (!exists(FILTERS)) {
            browser.driver().get(app.uri(PATH).toString());
            browser.await("no Tasklist", () -> exists(FILTERS));
        }
    }

    /** Opens the filter of this name. */
    public Tasklist openFilter(String name) {
        open();
        browser.await("no filter " + name, () -> {
            for (WebElement filter : all(".task-filter .name a")) {
                String text = filter.getText().replaceFirst("\\s*\\(?\\d*\\)?$", "");
                if (text.equals(name)) {
                    filter.click();
                    return true;
                }
            }
            return false;
        });
        browser.await("filter " + name + " does not open", () -> exists(".task-filter.active"));
        return this;
    }

    /** The names of the filters, in the order shown. */
    public List<String> filters() {
        open();
        return browser.await("no filters", () -> exists(".task-filter") ? all(".task-filter .name a") : null).stream()
                .map(filter -> filter.getText().replaceFirst("\\s*\\(?\\d*\\)?$", ""))
                .toList();
    }

    /** The texts of the task cards listed now. */
    public List<String> cards() {
        return all("li.task").stream().map(WebElement::getText).toList();
    }

    /** Opens the task whose card shows all these texts (task name, case number if the filter shows it, …). */
    public Tasklist openTask(String... texts) {
        String what = "no task card showing " + String.join(" and ", texts);
        WebElement card = browser.await(what, () -> card(texts));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", card);
        card.findElement(By.cssSelector("h4 a")).click();
        browser.await(what + " opens", () -> exists(TASK_FORM + " .fjs-form"));
        return this;
    }

    /** Narrows the lists to one case and opens its task of this name, which is this person's or the group's. */
    public Tasklist openTaskOf(String caseNo, String taskName) {
        String filter = browser.await(
                "no task " + taskName + " of " + caseNo + " for " + user, () -> filterOf(caseNo, taskName));
        narrow(filter, caseNo);
        return openTask(taskName);
    }

    /** The list a task of the case is in, for this person. */
    private String filterOf(String caseNo, String taskName) {
        String tasks = app.getAs(
                        user,
                        "/engine-rest/task?processInstanceBusinessKey=" + caseNo + "&name="
                                + URLEncoder.encode(taskName, StandardCharsets.UTF_8))
                .body();
        for (JsonNode task : Json.parse(tasks)) {
            if (task.path("assignee").isNull()) {
                return "本组待办";
            }
            if (task.path("assignee").asText().equals(user)) {
                return "我的任务";
            }
        }
        return null;
    }

    /** Opens the filter of this name, narrowed to one case. */
    public Tasklist narrow(String filter, String caseNo) {
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + caseNo
                + "\",\"name\":\"\"}]";
        browser.driver().get("about:blank");
        browser.driver()
                .get(app.uri(PATH) + "#/?filter=" + filterId(filter) + "&searchQuery="
                        + URLEncoder.encode(search, StandardCharsets.UTF_8));
        browser.await("no list", () -> exists(FILTERS));
        return this;
    }

    private String filterId(String name) {
        for (JsonNode filter : Json.parse(app.getAs(user, "/engine-rest/filter").body())) {
            if (filter.path("name").asText().equals(name)) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("no filter " + name + " for " + user);
    }

    private boolean appears(java.util.function.Supplier<WebElement> element) {
        try {
            return browser.await("", java.time.Duration.ofSeconds(3), element) != null;
        } catch (org.openqa.selenium.TimeoutException e) {
            return false;
        }
    }

    private WebElement card(String... texts) {
        for (WebElement card : all("li.task")) {
            String text = card.getText();
            if (List.of(texts).stream().allMatch(text::contains)) {
                return card;
            }
        }
        return null;
    }

    /** Takes the open task over if nobody has it yet. */
    public Tasklist claim() {
        browser.await("the task shows no assignee and no claim", () -> exists("li.assignee"));
        if (exists("button.claim")) {
            one("button.claim").click();
            browser.await("cannot claim: " + errors(), () -> !exists("button.claim"));
            browser.await("no form", () -> exists(TASK_FORM + " .fjs-form"));
        }
        return this;
    }

    /** The fields of the open task's form. */
    public FormFields form() {
        return new FormFields(browser, TASK_FORM);
    }

    /** Completes the open task; a refusal fails the test with what the person would read. */
    public void complete() {
        String refusal = tryComplete();
        if (refusal != null) {
            throw new AssertionError("the task was not completed: " + refusal);
        }
    }

    /** Completes the open task, expecting a refusal; gives its message as the person reads it. */
    public String completeRefused() {
        return Objects.requireNonNull(tryComplete(), "the task was completed although it should be refused");
    }

    private String tryComplete() {
        String task = openTaskId();
        dismissNotifications();
        // Once a row is typed into a list, the button under the form stays disabled; such a form has its own.
        String own = TASK_FORM + " .fjs-form button[type=submit]";
        WebElement button = one(exists(own) ? own : TASK_FORM + " .form-actions button.btn-primary");
        if (!appears(() -> button.isEnabled() ? button : null)) {
            return String.join("; ", form().errors());
        }
        browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
        return browser.await("neither completed nor refused", () -> {
                    String error = error("");
                    if (error == null && exists(TASK_FORM + " .fjs-form-field-error li")) {
                        error = String.join("; ", form().errors());
                    }
                    if (error != null) {
                        return new Outcome(error);
                    }
                    return task.equals(openTaskId()) ? null : new Outcome(null);
                })
                .refusal();
    }

    /** Opens the start form of the process of this name. */
    public Tasklist openStart(String process) {
        open();
        one(".start-process-action a").click();
        WebElement search = browser.await("no start dialog", () -> one(DIALOG + " .modal-header input"));
        search.sendKeys(process);
        browser.await("no process " + process + " to start", () -> {
            for (WebElement each : all(DIALOG + " .processes a")) {
                if (each.getText().strip().equals(process)) {
                    each.click();
                    return true;
                }
            }
            return false;
        });
        browser.await("no start form of " + process, () -> exists(DIALOG + " .fjs-form"));
        return this;
    }

    /** The fields of the open start form. */
    public FormFields startForm() {
        return new FormFields(browser, DIALOG);
    }

    /** Starts the process; a refusal fails the test with what the person would read. */
    public void start() {
        String refusal = tryStart();
        if (refusal != null) {
            throw new AssertionError("the process was not started: " + refusal);
        }
    }

    /** Tries to start, expecting a refusal; gives its message as the person reads it. */
    public String startRefused() {
        return Objects.requireNonNull(tryStart(), "the process was started although it should be refused");
    }

    private String tryStart() {
        dismissNotifications();
        WebElement button = one(DIALOG + " .modal-footer button.btn-primary");
        if (!appears(() -> button.isEnabled() ? button : null)) {
            return String.join("; ", startForm().errors());
        }
        button.click();
        return browser.await("neither started nor refused", () -> {
                    if (!exists(DIALOG)) {
                        return new Outcome(null);
                    }
                    String error = error(DIALOG + " ");
                    return error == null ? null : new Outcome(error);
                })
                .refusal();
    }

    private record Outcome(String refusal) {}

    /** The messages of the red boxes shown now. */
    public List<String> errors() {
        return all(".notifications .alert-danger .message").stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private String error(String scope) {
        return all(scope + ".notifications .alert-danger .message").stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** Closes the message boxes, which lie over the buttons. */
    public void dismissNotifications() {
        browser.await("messages do not close", () -> {
            all(".notifications button.close").stream()
                    .filter(WebElement::isDisplayed)
                    .forEach(WebElement::click);
            return !exists(".notifications .alert");
        });
    }

    private String openTaskId() {
        Matcher address = TASK_IN_ADDRESS.matcher(browser.driver().getCurrentUrl());
        return address.find() ? address.group(1) : "";
    }

    /** Saves what is on the screen to {@code e2e/artifacts/<name>.png}. */
    public Path screenshot(String name) {
        return browser.screenshot(name);
    }

    private boolean exists(String css) {
        return !all(css).isEmpty();
    }

    private WebElement one(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    private List<WebElement> all(String css) {
        return browser.driver().findElements(By.cssSelector(css));
    }
}
