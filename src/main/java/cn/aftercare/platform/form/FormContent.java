package cn.aftercare.platform.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is filled into a form.
 *
 * @param summary text on top, in the form's markdown, built with {@link FormText}; may be empty
 * @param values what fields are prefilled with, by key
 * @param options what lists offer, by the name after {@code valuesKey} in the form
 * @param hidden keys of the fields this subject has no use for
 */
public record FormContent(
        String summary, Map<String, Object> values, Map<String, List<Option>> options, Set<String> hidden) {

    public record Option(String value, String label) {}

    public FormContent(String summary, Map<String, Object> values, Map<String, List<Option>> options) {
        this(summary, values, options, Set.of());
    }

    /** The same without these fields. */
    public FormContent without(Set<String> keys) {
        return new FormContent(summary, values, options, keys);
    }

    /** The same with one more field prefilled; a form without that field ignores it. */
    public FormContent with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(key, value);
        return new FormContent(summary, more, options, hidden);
    }

    public static FormContent summary(String summary) {
        return new FormContent(summary, Map.of(), Map.of());
    }
}
