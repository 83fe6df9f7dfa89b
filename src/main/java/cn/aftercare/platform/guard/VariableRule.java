package cn.aftercare.platform.guard;

import cn.aftercare.platform.form.FormKeys;
import cn.aftercare.platform.model.ProcessContract;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Expressions and mappings use only variables the process contract declares. */
final class VariableRule implements ModelRule {

    private static final Set<String> ALWAYS = Set.of("execution", "task");
    private static final Set<String> IN_LOOPS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    /** Attributes that hold a variable's bare name, and the elements they count on. */
    private static final Map<String, Set<String>> VARIABLE_ATTRIBUTES = Map.of(
            "multiInstanceLoopCharacteristics", Set.of("collection", "elementVariable"),
            "businessRuleTask", Set.of("resultVariable"),
            "startEvent", Set.of("initiator"),
            "inputParameter", Set.of("name"),
            "outputParameter", Set.of("name"),
            "errorEventDefinition", Set.of("errorCodeVariable", "errorMessageVariable"),
            "escalationEventDefinition", Set.of("escalationCodeVariable"));

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            code.contract(p).ifPresent(contract -> p.eachXml(e -> element(p, e, contract, findings)));
        }
    }

    private static void element(ProcessModel p, Element e, ProcessContract contract, Findings findings) {
        if (Set.of("documentation", "textAnnotation").contains(e.getLocalName())) {
            return;
        }
        NamedNodeMap attributes = e.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            Matcher formKey = FormKeys.OF_TASK.matcher(attribute.getValue());
            if (formKey.matches()) {
                declared(p, e, formKey.group(2), contract, findings);
            } else if (Expressions.present(attribute.getValue())) {
                // What a called process returns is its own business: CallActivityRule.
                boolean foreign = e.getLocalName().equals("out") && name.equals("sourceExpression");
                if (!name.equals("delegateExpression") && !foreign) {
                    expression(p, e, attribute.getValue(), contract, findings);
                }
            } else if (VARIABLE_ATTRIBUTES
                    .getOrDefault(e.getLocalName(), Set.of())
                    .contains(name)) {
                declared(p, e, attribute.getValue(), contract, findings);
            }
        }
        if (ProcessModel.children(e).isEmpty() && Expressions.present(e.getTextContent())) {
            expression(p, e, e.getTextContent(), contract, findings);
        }
    }

    private static void expression(
            ProcessModel p, Element e, String text, ProcessContract contract, Findings findings) {
        for (String name : Expressions.names(text)) {
            boolean implicit = ALWAYS.contains(name)
                    || (IN_LOOPS.contains(name) && inLoop(e))
                    || (name.equals("decisionResult") && ProcessModel.inside(e, "businessRuleTask"));
            if (!implicit) {
                declared(p, e, name, contract, findings);
            }
        }
    }

    private static void declared(ProcessModel p, Element e, String name, ProcessContract contract, Findings findings) {
        if (!contract.variables().contains(name)) {
            findings.element(p, p.owner(e), "变量 " + name + " 没有在 " + ContractRule.nameOf(contract) + " 中声明");
        }
    }

    private static boolean inLoop(Element element) {
        for (var n = (org.w3c.dom.Node) element; n instanceof Element e; n = n.getParentNode()) {
            if (ProcessModel.children(e).stream()
                    .anyMatch(c -> "multiInstanceLoopCharacteristics".equals(c.getLocalName()))) {
                return true;
            }
        }
        return false;
    }
}
