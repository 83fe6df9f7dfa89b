package cn.aftercare.platform.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The extension properties of a model element: what it says to the program beside BPMN itself. */
public final class ModelProperties {

    /** The promises an element serves or ends, comma separated. */
    public static final String COMMITMENT = "commitment";
    /** The event promises are counted from. */
    public static final String ANCHOR = "anchor";
    /** What else happens to the clocks of the case. */
    public static final String CLOCK = "clock";
    /** The stage of the case while a task is open. */
    public static final String STAGE = "stage";

    private ModelProperties() {}

    public static Optional<String> of(ModelElementInstance element, String name) {
        return element.getChildElementsByType(ExtensionElements.class).stream()
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    /** A property that holds several values, comma separated. */
    public static List<String> list(ModelElementInstance element, String name) {
        return of(element, name)
                .map(value -> Arrays.stream(value.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }
}
