package cn.aftercare.platform.guard;

import java.util.Collection;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Document;

/** One DMN file with its decisions. */
public record DecisionModel(String file, DmnModelInstance model, Document xml) {

    public Collection<Decision> decisions() {
        return model.getModelElementsByType(Decision.class);
    }

    /** Key of the decision requirements diagram. */
    String requirementsKey() {
        return model.getDefinitions().getId();
    }
}
