package cn.aftercare.e2e;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * The fields of the Camunda Form on the screen, found by label or by component id (which our forms keep equal to the
 * key). Values are given the way a person sees them: option labels, {@code 2025-09-26} and {@code 2025-09-26T16:40}.
 */
public final class FormFields {

    private static final String FIELD = """
            const [scope, wanted, nth] = arguments;
            const named = f => [...f.querySelectorAll('.fjs-form-field-label, legend, label')]
                .some(l => l.innerText.trim().replace(/\\s*\\*$/, '') === wanted);
            const keyed = f => [...f.querySelectorAll('input, textarea')].some(i => {
                const id = i.id.replace(/^fjs-form-[^-]*-/, '');
                return id === wanted || id.replace(/-(date|time|\\d+)$/, '') === wanted;
            });
            // A list holds fields, and is none itself.
            const fields = [...document.querySelectorAll(scope + ' .fjs-form-field')]
                .filter(f => !f.querySelector('.fjs-form-field'));
            return fields.filter(keyed)[nth] || fields.filter(named)[nth] || null;
            """;

    private final Browser browser;
    private final String scope;
    private final int nth;

    FormFields(Browser browser, String scope) {
        this(browser, scope, 0);
    }

    private FormFields(Browser browser, String scope, int nth) {
        this.browser = browser;
        this.scope = scope;
        this.nth = nth;
    }

    /** The fields of this row of a list, the first being 1. */
    public FormFields row(int number) {
        return new FormFields(browser, scope, number - 1);
    }

    /** Whether the form shows this field now. */
    public boolean shows(String field) {
        return browser.script(FIELD, scope, field, nth) != null;
    }

    /** Enters a value as the kind of field needs it; several options of a checklist are separated by commas. */
    public FormFields fill(String field, String value) {
        WebElement box = box(field);
        String kind = kind(box);
        switch (kind) {
            case "textfield", "textarea", "number" -> type(field, value);
            case "select" -> choose(field, value);
            case "radio" -> option(field, value).click();
            case "checkbox" -> tick(box.findElement(By.cssSelector("input")), Boolean.parseBoolean(value));
            case "checklist" -> {
                List<String> wanted = List.of(value.split(","));
                wanted.forEach(each -> tick(option(field, each), true));
                for (WebElement each : box(field).findElements(By.cssSelector("input"))) {
                    tick(each, wanted.contains(labelOf(each)));
                }
            }
            case "datetime" -> {
                if (value.contains("T")) {
                    fill(field, LocalDateTime.parse(value));
                } else {
                    fill(field, LocalDate.parse(value));
                }
            }
            default -> throw new IllegalArgumentException(field + " is a " + kind);
        }
        return this;
    }

    public FormFields fill(String field, LocalDate date) {
        enter(field, "input[id$='-date']", date.toString());
        return this;
    }

    public FormFields fill(String field, LocalDateTime time) {
        fill(field, time.toLocalDate());
        enter(field, "input[id$='-time']", "%02d:%02d".formatted(time.getHour(), time.getMinute()));
        return this;
    }

    /** Types into the time of a date-time exactly these characters. */
    public FormFields typeTime(String field, String typed) {
        WebElement element = box(field).findElement(By.cssSelector("input[id$='-time']"));
        browser.script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].focus()", element);
        element.sendKeys(Keys.chord(Keys.CONTROL, "a"), typed, Keys.TAB);
        return this;
    }

    public FormFields check(String field, boolean ticked) {
        return fill(field, Boolean.toString(ticked));
    }

    /** What the field holds, as it is shown: text, option label, {@code true}/{@code false}, {@code 2025/9/26 16:40}. */
    public String value(String field) {
        WebElement box = box(field);
        return switch (kind(box)) {
            case "checkbox" ->
                Boolean.toString(box.findElement(By.cssSelector("input")).isSelected());
            case "radio", "checklist" -> selected(box);
            case "datetime" -> texts(box, "input[id$='-date'], input[id$='-time']");
            default -> texts(box, "input, textarea");
        };
    }

    /** The complaints under the fields. */
    public List<String> errors() {
        return browser.driver().findElements(By.cssSelector(scope + " .fjs-form-field-error")).stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** All the text the form shows. */
    public String text() {
        return browser.driver()
                .findElement(By.cssSelector(scope + " .fjs-form"))
                .getText();
    }

    private WebElement box(String field) {
        return browser.await("no field " + field, () -> (WebElement) browser.script(FIELD, scope, field, nth));
    }

    private static String kind(WebElement box) {
        for (String style : box.getDomAttribute("class").split("\\s+")) {
            if (style.startsWith("fjs-form-field-")) {
                return style.substring("fjs-form-field-".length());
            }
        }
        throw new IllegalStateException("not a field: " + box.getDomAttribute("class"));
    }

    /** The form may be drawn anew while it loads, so a value that did not stay is typed again. */
    private void type(String field, String value) {
        browser.await("field " + field + " does not take " + value, () -> {
            WebElement input = box(field).findElement(By.cssSelector("input, textarea"));
            replace(input, value);
            return value.equals(
                    box(field).findElement(By.cssSelector("input, textarea")).getDomProperty("value"));
        });
    }

    /** The calendar and the list of times open over the other fields; Escape would close a dialog, Tab closes them. */
    private void enter(String field, String input, String value) {
        WebElement element = box(field).findElement(By.cssSelector(input));
        browser.script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].focus()", element);
        element.sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.ENTER);
        element.sendKeys(Keys.TAB);
        browser.await("field " + field + " does not take " + value, () -> {
            String shown = box(field).findElement(By.cssSelector(input)).getDomProperty("value");
            return shown.equals(value) || shown.equals(asShown(value));
        });
    }

    /** form-js shows 2025-09-06 as 2025/9/6. */
    private static String asShown(String value) {
        if (!value.contains("-")) {
            return value;
        }
        LocalDate date = LocalDate.parse(value);
        return date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
    }

    private void choose(String field, String label) {
        WebElement box = box(field);
        // A plain select hides its input; the frame around it opens both kinds.
        WebElement input = box.findElement(By.cssSelector(".fjs-input-group"));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", input);
        if (box.findElements(By.cssSelector(".fjs-dropdownlist-item")).isEmpty()) {
            input.click();
        }
        List<String> seen = new ArrayList<>();
        WebElement item = browser.await("field " + field + " has no option " + label, () -> {
            seen.clear();
            for (WebElement each : box(field).findElements(By.cssSelector(".fjs-dropdownlist-item"))) {
                seen.add(each.getText().strip());
                if (each.getText().strip().equals(label)) {
                    return each;
                }
            }
            return null;
        });
        browser.script("arguments[0].scrollIntoView({block: 'nearest'})", item);
        browser.await("field " + field + " did not take " + label + " of " + seen, () -> {
            pick(item);
            return value(field).equals(label);
        });
    }

    /** The list scrolls under the mouse, so that the first click may miss; a list that was clicked is gone. */
    private static void pick(WebElement item) {
        try {
            item.click();
        } catch (ElementClickInterceptedException | StaleElementReferenceException e) {
            // The next look tells whether to try again.
        }
    }

    private WebElement option(String field, String label) {
        for (WebElement each : box(field).findElements(By.cssSelector("input"))) {
            if (labelOf(each).equals(label.strip())) {
                return each;
            }
        }
        throw new AssertionError("field " + field + " has no option " + label);
    }

    private String labelOf(WebElement input) {
        return (String) browser.script("""
                const input = arguments[0];
                const label = document.querySelector(`label[for="${input.id}"]`) || input.closest('label');
                return label ? label.innerText.trim() : '';
                """, input);
    }

    private String selected(WebElement box) {
        return String.join(
                ",",
                box.findElements(By.cssSelector("input")).stream()
                        .filter(WebElement::isSelected)
                        .map(this::labelOf)
                        .toList());
    }

    private static String texts(SearchContext box, String inputs) {
        return String.join(
                        " ",
                        box.findElements(By.cssSelector(inputs)).stream()
                                .map(input -> input.getDomProperty("value"))
                                .toList())
                .strip();
    }

    private void tick(WebElement box, boolean ticked) {
        if (box.isSelected() != ticked) {
            browser.script("arguments[0].scrollIntoView({block: 'center'})", box);
            box.click();
        }
    }

    private void replace(WebElement input, String value) {
        browser.script("arguments[0].scrollIntoView({block: 'center'})", input);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        input.sendKeys(value);
        // Text reaches the form with a delay unless the field is left.
        browser.script("arguments[0].blur()", input);
    }
}
