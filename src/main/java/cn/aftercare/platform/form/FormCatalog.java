package cn.aftercare.platform.form;

import cn.aftercare.platform.model.ModelSources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
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
}
