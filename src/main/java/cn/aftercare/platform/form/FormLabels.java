package cn.aftercare.platform.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the fields of a form are called, for those who read later what was filled in. */
@Component
public class FormLabels {

    private final FormCatalog catalog;

    FormLabels(FormCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A field.
     *
     * @param key name of its variable
     * @param options labels of the values the form itself offers
     * @param offered whether its values are offered by the application instead: codes, and logins of people
     * @param parts the fields of each row, if it is a list
     */
    public record Labelled(
            String key, String label, Map<String, String> options, boolean offered, List<Labelled> parts) {}

    /**
     * The fields in the order of the form; none if there is no such form any more.
     *
     * @param formKey as the model names it, or null
     */
    public List<Labelled> of(@Nullable String formKey) {
        return FormKeys.formId(formKey)
                .filter(catalog::has)
                .map(id -> fields(catalog.schema(id).path("components")))
                .orElse(List.of());
    }

    private static List<Labelled> fields(JsonNode components) {
        List<Labelled> fields = new ArrayList<>();
        for (JsonNode component : components) {
            String path = component.path("path").asText("");
            if (!path.isBlank()) {
                fields.add(new Labelled(path, label(component), Map.of(), false, fields(component.path("components"))));
            } else if (component.has("key")) {
                fields.add(new Labelled(
                        component.path("key").asText(),
                        label(component),
                        options(component),
                        component.has("valuesKey"),
                        List.of()));
            } else {
                fields.addAll(fields(component.path("components")));
            }
        }
        return fields;
    }

    private static String label(JsonNode component) {
        String label = component.path("label").asText("");
        return label.isBlank()
                ? component.path("dateLabel").asText(component.path("key").asText())
                : label;
    }

    private static Map<String, String> options(JsonNode component) {
        Map<String, String> options = new LinkedHashMap<>();
        component
                .path("values")
                .forEach(v ->
                        options.put(v.path("value").asText(), v.path("label").asText()));
        return options;
    }
}
