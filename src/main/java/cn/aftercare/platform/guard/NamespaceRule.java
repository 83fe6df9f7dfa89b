package cn.aftercare.platform.guard;

import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Everything in a model comes by a name we know of. The engine takes http://activiti.org/bpmn wherever it takes Camunda's
 * own namespace, and the other rules look for one name only, so nothing may come by another.
 */
final class NamespaceRule implements ModelRule {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String DECLARATION = "http://www.w3.org/2000/xmlns/";

    private static final Set<String> IN_PROCESSES = Set.of(
            ProcessModel.BPMN,
            ProcessModel.CAMUNDA,
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** The last two are the colours of the modeler. */
    private static final Set<String> ATTRIBUTES_IN_PROCESSES = Set.of(
            ProcessModel.CAMUNDA,
            XSI,
            MODELER,
            DECLARATION,
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> IN_DECISIONS = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");

    /** The last one is the widths of the modeler's columns. */
    private static final Set<String> ATTRIBUTES_IN_DECISIONS = Set.of(
            "http://camunda.org/schema/1.0/dmn", XSI, MODELER, DECLARATION, "http://bpmn.io/schema/dmn/biodi/2.0");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.processes()
                .forEach(p -> p.eachXml(e -> element(
                        e,
                        IN_PROCESSES,
                        ATTRIBUTES_IN_PROCESSES,
                        problem -> findings.element(p, p.owner(e), problem))));
        models.decisions().forEach(d -> decision(d, d.xml().getDocumentElement(), findings));
    }

    private static void decision(DecisionModel d, Element e, Findings findings) {
        element(
                e,
                IN_DECISIONS,
                ATTRIBUTES_IN_DECISIONS,
                problem -> findings.element(d.file(), e.getAttribute("id"), "", problem));
        ProcessModel.children(e).forEach(child -> decision(d, child, findings));
    }

    private static void element(Element e, Set<String> elements, Set<String> attributes, Consumer<String> found) {
        String namespace = e.getNamespaceURI();
        if (namespace == null || !elements.contains(namespace)) {
            found.accept("元素 " + e.getNodeName() + " 的命名空间不允许使用：" + (namespace == null ? "（无）" : namespace));
        }
        NamedNodeMap all = e.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            String of = attribute.getNamespaceURI();
            if (of != null && !attributes.contains(of)) {
                found.accept("属性 " + attribute.getName() + " 的命名空间不允许使用：" + of);
            }
        }
    }
}
