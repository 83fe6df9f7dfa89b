package cn.aftercare.platform.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One Camunda Form. */
public record FormModel(String file, JsonNode root) {

    private static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "expression");

    /** File name without ending; models name the form by it. */
    public String formId() {
        return file.replaceFirst("\\.form$", "");
    }

    /** Visits every component, those of groups and lists too. */
    void eachComponent(Consumer<JsonNode> visitor) {
        visit(root.path("components"), visitor);
    }

    private static void visit(JsonNode components, Consumer<JsonNode> visitor) {
        for (JsonNode component : components) {
            visitor.accept(component);
            visit(component.path("components"), visitor);
        }
    }

    static boolean isInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText());
    }

    /** Names of the variables a submission of this form brings; disabled fields are never submitted. */
    public Set<String> inputKeys() {
        return new TreeSet<>(inputKeyList());
    }

    /** The same with repetitions, so that a key used twice can be found. */
    List<String> inputKeyList() {
        List<String> keys = new ArrayList<>();
        collect(root.path("components"), keys);
        return keys;
    }

    private static void collect(JsonNode components, List<String> keys) {
        for (JsonNode component : components) {
            String path = component.path("path").asText("");
            if (!path.isBlank()) {
                // A list, or a group with a path, arrives as one JSON variable.
                keys.add(path.replaceFirst("\\..*", ""));
            } else if (component.has("components")) {
                collect(component.path("components"), keys);
            } else if (isInput(component) && !component.path("disabled").asBoolean()) {
                keys.add(component.path("key").asText(""));
            }
        }
    }
}
