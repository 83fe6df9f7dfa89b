package cn.aftercare.platform.guard;

import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.w3c.dom.Element;

/** No code inside models: no classes, method expressions, scripts, connectors or external workers. */
final class ScriptRule implements ModelRule {

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "不允许 camunda:class，请用 camunda:delegateExpression",
            "expression", "不允许 camunda:expression，请用 camunda:delegateExpression",
            "type", "不允许 camunda:type（外部任务、邮件、命令行），请用 camunda:delegateExpression",
            "topic", "不允许外部任务（camunda:topic），请用 camunda:delegateExpression",
            "variableMappingClass", "不允许 camunda:variableMappingClass，请用输入输出映射",
            "variableMappingDelegateExpression", "不允许 camunda:variableMappingDelegateExpression，请用输入输出映射",
            "formHandlerClass", "不允许 camunda:formHandlerClass");

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "不允许脚本任务",
            "script", "不允许脚本（script）",
            "connector", "不允许连接器（camunda:connector）",
            "field", "不允许字段注入（camunda:field），Delegate 是无状态的",
            "formData", "不允许 camunda:formData，请用 camunda:formKey",
            "formProperty", "不允许 camunda:formProperty，请用 camunda:formKey");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.processes().forEach(p -> p.eachXml(e -> element(p, e, findings)));
    }

    private static void element(ProcessModel p, Element e, Findings findings) {
        BaseElement owner = p.owner(e);
        ATTRIBUTES.forEach((name, problem) -> {
            if (e.hasAttributeNS(ProcessModel.CAMUNDA, name)) {
                findings.element(p, owner, problem);
            }
        });
        boolean model =
                ProcessModel.BPMN.equals(e.getNamespaceURI()) || ProcessModel.CAMUNDA.equals(e.getNamespaceURI());
        if (model && ELEMENTS.containsKey(e.getLocalName())) {
            findings.element(p, owner, ELEMENTS.get(e.getLocalName()));
        }
        boolean condition = "conditionExpression".equals(e.getLocalName()) || "condition".equals(e.getLocalName());
        if (condition && (e.hasAttribute("language") || e.hasAttributeNS(ProcessModel.CAMUNDA, "resource"))) {
            findings.element(p, owner, "条件不允许用脚本（language）");
        }
    }
}
