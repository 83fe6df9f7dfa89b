package cn.aftercare.platform.form;

import cn.aftercare.platform.model.ModelSources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The Camunda Forms, by id (= file name without {@code .form}). */
@Component
public class FormCatalog {

    private final Map<String, JsonNode> forms = new TreeMap<>();

    FormCatalog(ModelSources sources, ObjectMapper json) {
        sources.forms().forEach((name, content) -> {
            try {
                forms.put(name.replaceFirst("\\.form$", ""), json.readTree(content));
            } catch (IOException e) {
                throw new UncheckedIOException("form " + name + " is not JSON", e);
            }
        });
    }

    public JsonNode schema(String formId) {
        JsonNode schema = forms.get(formId);
        if (schema == null) {
            throw new IllegalArgumentException("no form " + formId);
        }
        return schema;
    }

    public boolean has(String formId) {
        return forms.containsKey(formId);
    }

    /** Names of the variables a submission of the form may bring; a list, or a group with a path, arrives as one. */
    Set<String> fields(String formId) {
        Set<String> fields = new TreeSet<>();
        collect(schema(formId).path("components"), fields);
        return fields;
    }

    private static void collect(JsonNode components, Set<String> fields) {
        for (JsonNode component : components) {
            String path = component.path("path").asText("");
            if (!path.isBlank()) {
                fields.add(path.replaceFirst("\\..*", ""));
            } else if (component.has("key") && !component.path("disabled").asBoolean()) {
                fields.add(component.get("key").asText());
            }
            if (path.isBlank()) {
                collect(component.path("components"), fields);
            }
        }
    }
}
