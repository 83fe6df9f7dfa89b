package cn.aftercare.platform.form;

import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.problem.NotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands Tasklist its forms with their lists, prefilled fields and the summary of the case filled in. */
@RestController
class FormController {

    private final FormCatalog catalog;
    private final List<FormData> data;
    private final ObjectMapper json;
    private final Clock clock;

    FormController(FormCatalog catalog, List<FormData> data, ObjectMapper json, Clock clock) {
        this.catalog = catalog;
        this.data = data;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/forms/{formId}")
    ResponseEntity<JsonNode> startForm(@PathVariable("formId") String formId, HttpServletRequest request) {
        FormContent content = content(formId, "");
        return answer(
                formId,
                ChosenProject.of(request.getSession(false), clock)
                        .map(project -> content.with(ChosenProject.FIELD, project))
                        .orElse(content));
    }

    @PersonalData("表单")
    @GetMapping("/forms/{formId}/{subject}")
    ResponseEntity<JsonNode> form(@PathVariable("formId") String formId, @PathVariable("subject") String subject) {
        return answer(formId, content(formId, subject));
    }

    private FormContent content(String formId, String subject) {
        if (!catalog.has(formId)) {
            throw new NotFoundException("没有表单 " + formId);
        }
        return data.stream()
                .filter(d -> d.knows(formId))
                .findFirst()
                .map(d -> d.content(formId, subject))
                .orElse(FormContent.summary(""));
    }

    private ResponseEntity<JsonNode> answer(String formId, FormContent content) {
        ObjectNode form = catalog.schema(formId).deepCopy();
        fill(form, content);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(form);
    }

    private void fill(ObjectNode form, FormContent content) {
        ArrayNode components = (ArrayNode) form.get("components");
        fields(components, content);
        if (!content.summary().isEmpty()) {
            components.insert(
                    0,
                    json.createObjectNode()
                            .put("id", "summary")
                            .put("type", "text")
                            .put("text", content.summary()));
        }
    }

    private void fields(JsonNode components, FormContent content) {
        for (Iterator<JsonNode> each = components.iterator(); each.hasNext(); ) {
            JsonNode component = each.next();
            if (content.hidden().contains(component.path("key").asText())) {
                each.remove();
                continue;
            }
            ObjectNode field = (ObjectNode) component;
            fields(field.path("components"), content);
            Object value = content.values().get(field.path("key").asText());
            if (value != null) {
                field.set("defaultValue", json.valueToTree(value));
            }
            List<Option> options = content.options().get(field.path("valuesKey").asText());
            if (options != null) {
                field.remove("valuesKey");
                field.set("values", json.valueToTree(options));
            }
        }
    }
}
