package cn.aftercare.platform.form;

import cn.aftercare.problem.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The engine validates nothing of a Camunda Form; this repeats on the server what the form says of its fields. */
final class FormSchemaCheck {

    /** The engine's column for text variables holds 4000 characters. */
    private static final int MAX_TEXT = 4000;

    private static final int MAX_ROWS = 50;

    private FormSchemaCheck() {}

    static List<FieldError> check(JsonNode schema, Map<String, Object> values) {
        List<FieldError> errors = new ArrayList<>();
        checkComponents(schema.path("components"), values, errors);
        return errors;
    }

    private static void checkComponents(JsonNode components, Map<String, Object> values, List<FieldError> errors) {
        for (JsonNode component : components) {
            if (component.path("type").asText().equals("dynamiclist")) {
                checkRows(component, values.get(component.path("path").asText()), errors);
                continue;
            }
            checkComponents(component.path("components"), values, errors);
            String key = component.path("key").asText("");
            if (values.containsKey(key)
                    && !component.path("disabled").asBoolean()
                    && !component.path("readonly").asBoolean()) {
                checkField(component, key, values.get(key), errors);
            }
        }
    }

    /** Each row of a list is checked like a form of its own; the message says which row. */
    private static void checkRows(JsonNode list, @Nullable Object value, List<FieldError> errors) {
        String path = list.path("path").asText();
        String label = list.path("label").asText(path);
        List<Map<String, Object>> rows = FormRows.of(value);
        if (rows.size() > MAX_ROWS) {
            errors.add(new FieldError(path, label + ":不能超过" + MAX_ROWS + "行"));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            List<FieldError> ofRow = new ArrayList<>();
            Map<String, Object> row = new HashMap<>(rows.get(i));
            list.path("components").forEach(c -> row.putIfAbsent(c.path("key").asText(), null));
            checkComponents(list.path("components"), row, ofRow);
            String where = label + "第" + (i + 1) + "行";
            ofRow.forEach(e -> errors.add(new FieldError(path, where + e.message())));
        }
    }

    private static void checkField(JsonNode field, String key, Object value, List<FieldError> errors) {
        String label = field.path("label").asText(field.path("dateLabel").asText(key));
        String text = value == null ? "" : value.toString().strip();
        JsonNode validate = field.path("validate");
        boolean hideable = field.has("conditional");
        if (text.isEmpty()) {
            // A field the form hides is not submitted; what hides it is judged by the completion itself.
            if (validate.path("required").asBoolean() && !hideable) {
                errors.add(new FieldError(key, label + ":必填"));
            }
            return;
        }
        switch (field.path("type").asText()) {
            case "textfield", "textarea" -> checkText(label, key, text, validate, errors);
            case "number" -> checkNumber(label, key, text, validate, errors);
            case "select", "radio" -> checkOption(field, label, key, text, errors);
            case "checkbox" ->
                checkFlag(label, key, text, validate.path("required").asBoolean() && !hideable, errors);
            case "datetime" -> checkTime(field, label, key, text, errors);
            default -> {}
        }
    }

    private static void checkText(String label, String key, String text, JsonNode validate, List<FieldError> errors) {
        int max = validate.path("maxLength").asInt(MAX_TEXT);
        int min = validate.path("minLength").asInt(0);
        if (text.length() > max) {
            errors.add(new FieldError(key, label + ":不能超过" + max + "个字"));
        }
        if (text.length() < min) {
            errors.add(new FieldError(key, label + ":不能少于" + min + "个字"));
        }
        if (validate.hasNonNull("pattern")
                && !Pattern.matches(validate.get("pattern").asText(), text)) {
            errors.add(new FieldError(key, label + ":格式不正确"));
        }
    }

    private static void checkNumber(String label, String key, String text, JsonNode validate, List<FieldError> errors) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            errors.add(new FieldError(key, label + ":必须是数字"));
            return;
        }
        if (validate.has("min") && number.compareTo(validate.get("min").decimalValue()) < 0) {
            errors.add(new FieldError(key, label + ":不能小于" + validate.get("min").asText()));
        }
        if (validate.has("max") && number.compareTo(validate.get("max").decimalValue()) > 0) {
            errors.add(new FieldError(key, label + ":不能大于" + validate.get("max").asText()));
        }
    }

    private static void checkOption(JsonNode field, String label, String key, String text, List<FieldError> errors) {
        if (!field.has("values") || field.path("values").isEmpty()) {
            return; // options come from data; the completion checks them against it
        }
        for (JsonNode option : field.get("values")) {
            if (option.path("value").asText().equals(text)) {
                return;
            }
        }
        errors.add(new FieldError(key, label + ":不在可选范围内"));
    }

    private static void checkFlag(String label, String key, String text, boolean required, List<FieldError> errors) {
        if (required && text.equals("false")) {
            errors.add(new FieldError(key, label + ":必须勾选"));
        }
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError(key, label + ":只能是 true 或 false"));
        }
    }

    private static void checkTime(JsonNode field, String label, String key, String text, List<FieldError> errors) {
        try {
            if (field.path("subtype").asText().equals("date")) {
                LocalDate.parse(text);
            } else {
                FormTime.parse(key, text);
            }
        } catch (DateTimeParseException | cn.aftercare.problem.InvalidInputException e) {
            errors.add(new FieldError(key, label + ":时间格式不正确"));
        }
    }
}
