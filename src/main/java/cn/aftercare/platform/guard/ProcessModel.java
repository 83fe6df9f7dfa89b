package cn.aftercare.platform.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One BPMN file with one process: as typed model, and as plain XML for rules that look at every attribute. */
public final class ProcessModel {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final String file;
    private final Process process;
    private final BpmnModelInstance model;
    private final Document xml;

    ProcessModel(String file, Process process, BpmnModelInstance model, Document xml) {
        this.file = file;
        this.process = process;
        this.model = model;
        this.xml = xml;
    }

    public String file() {
        return file;
    }

    public String key() {
        return process.getId();
    }

    public Process process() {
        return process;
    }

    public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** Visits every XML element of the file, parents first. */
    void eachXml(Consumer<Element> visitor) {
        visit(xml.getDocumentElement(), visitor);
    }

    private static void visit(Element element, Consumer<Element> visitor) {
        visitor.accept(element);
        children(element).forEach(child -> visit(child, visitor));
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The task, event, gateway, flow or process an XML element belongs to: the box an analyst can click. */
    BaseElement owner(Element element) {
        for (Node n = element; n instanceof Element e; n = n.getParentNode()) {
            ModelElementInstance found = e.hasAttribute("id") ? model.getModelElementById(e.getAttribute("id")) : null;
            if (found instanceof FlowElement || found instanceof Process) {
                return (BaseElement) found;
            }
        }
        return process;
    }

    static boolean inside(Element element, String localName) {
        for (Node n = element; n instanceof Element e; n = n.getParentNode()) {
            if (localName.equals(e.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    /**
     * A receive task without a message, inside a sub-process that an interrupting message event ends: a state in which a
     * case simply stands until then.
     */
    static boolean restsUntilInterrupted(FlowNode node) {
        return node instanceof ReceiveTask task
                && task.getMessage() == null
                && node.getParentElement() instanceof SubProcess sub
                && node.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                        .anyMatch(event -> sub.equals(event.getAttachedTo())
                                && event.cancelActivity()
                                && definition(event, MessageEventDefinition.class) != null);
    }

    /** The definition of an event that has one of this kind, or null. */
    static <T extends EventDefinition> T definition(Event event, Class<T> type) {
        return event.getChildElementsByType(type).stream().findFirst().orElse(null);
    }
}
