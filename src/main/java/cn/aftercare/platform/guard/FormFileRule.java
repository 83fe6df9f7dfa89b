package cn.aftercare.platform.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Forms carry their own id, Chinese labels and only what Tasklist can show and the database can hold. */
final class FormFileRule implements ModelRule {

    /** The engine's column for text variables. */
    private static final int MAX_TEXT = 4000;

    private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");
    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel", "description");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (FormModel form : models.forms()) {
            if (!form.root().path("id").asText("").equals(form.formId())) {
                findings.file(form.file(), "表单 id 应与文件名相同：" + form.formId());
            }
            Set<String> seen = new HashSet<>();
            form.inputKeyList().stream()
                    .filter(key -> !seen.add(key))
                    .forEach(key -> findings.element(form.file(), key, "", "字段 key 重复"));
            form.eachComponent(c -> component(form, c, findings));
        }
    }

    private static void component(FormModel form, JsonNode c, Findings findings) {
        String type = c.path("type").asText("");
        if (type.equals("filepicker")) {
            report(form, c, "不允许文件选择（filepicker），任务列表打不开这样的表单", findings);
        }
        if (FormModel.isInput(c) && c.path("key").asText("").isBlank()) {
            report(form, c, "字段缺少 key", findings);
        }
        labels(form, c, type, findings);
        boolean editable =
                !c.path("disabled").asBoolean() && !c.path("readonly").asBoolean();
        if (FREE_TEXT.contains(type) && editable) {
            JsonNode max = c.path("validate").path("maxLength");
            if (!max.isNumber() || max.asInt() > MAX_TEXT) {
                report(form, c, "文本字段要设 validate.maxLength，不超过 " + MAX_TEXT, findings);
            }
        }
        // form-js rounds what was typed down to the interval, and the clocks would count from there.
        if (type.equals("datetime")
                && !c.path("subtype").asText().equals("date")
                && c.path("timeInterval").asInt(15) != 1) {
            report(form, c, "时间要精确到分钟（timeInterval 应为 1）", findings);
        }
        if (CHOICES.contains(type)) {
            choices(form, c, findings);
        }
    }

    private static void labels(FormModel form, JsonNode c, String type, Findings findings) {
        boolean labelled = LABELS.stream().anyMatch(l -> Names.chinese(c.path(l).asText("")));
        // An expression is computed, not shown.
        boolean needsLabel = (FormModel.isInput(c) && !type.equals("expression")) || type.equals("button");
        if (needsLabel && !labelled) {
            report(form, c, "字段缺少中文标签", findings);
        }
        for (String label : LABELS) {
            String text = c.path(label).asText("");
            if (labelled && latinOnly(text)) {
                report(form, c, label + " 应为中文：" + text, findings);
            }
        }
        if (type.equals("text") && latinOnly(c.path("text").asText("").replaceAll("\\{\\{.*?}}", ""))) {
            report(form, c, "文字应为中文", findings);
        }
    }

    private static boolean latinOnly(String text) {
        return text.matches("(?s).*[A-Za-z]{2,}.*") && !text.startsWith("=") && !Names.chinese(text);
    }

    private static void choices(FormModel form, JsonNode c, Findings findings) {
        boolean fromData = c.hasNonNull("valuesKey") || c.hasNonNull("valuesExpression");
        if (!fromData && c.path("values").isEmpty()) {
            report(form, c, "没有可选项（values、valuesKey 或 valuesExpression）", findings);
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode option : c.path("values")) {
            String value = option.path("value").asText("");
            String label = option.path("label").asText("");
            if (value.isBlank() || !seen.add(value)) {
                report(form, c, "选项的值为空或重复：" + label, findings);
            }
            if (label.isBlank() || (label.equals(value) && latinOnly(label))) {
                report(form, c, "选项缺少中文标签：" + value, findings);
            }
        }
    }

    private static void report(FormModel form, JsonNode c, String problem, Findings findings) {
        String id = c.path("key").asText(c.path("id").asText(c.path("type").asText()));
        String label = c.path("label").asText(c.path("dateLabel").asText(""));
        findings.element(form.file(), id, label, problem);
    }
}
