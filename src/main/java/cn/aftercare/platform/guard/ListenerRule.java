package cn.aftercare.platform.guard;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.w3c.dom.Element;

/** Listeners name an existing bean of the right kind, and nothing else. */
final class ListenerRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.processes()
                .forEach(p -> p.eachXml(e -> {
                    if (ProcessModel.CAMUNDA.equals(e.getNamespaceURI())) {
                        switch (e.getLocalName()) {
                            case "executionListener" -> listener(p, e, ExecutionListener.class, code, findings);
                            case "taskListener" -> listener(p, e, TaskListener.class, code, findings);
                            default -> {}
                        }
                    }
                }));
    }

    private static void listener(ProcessModel p, Element e, Class<?> type, CodeFacts code, Findings findings) {
        BaseElement owner = p.owner(e);
        // The engine takes these before the delegateExpression, whatever that says.
        for (String other : List.of("class", "expression")) {
            if (e.hasAttribute(other)) {
                findings.element(p, owner, "监听器不允许 " + other + "，请用 delegateExpression");
            }
        }
        String expression = e.getAttribute("delegateExpression");
        String bean = Expressions.simpleName(expression);
        if (expression.isBlank()) {
            findings.element(p, owner, "监听器缺少 delegateExpression");
        } else if (bean == null) {
            findings.element(p, owner, "监听器的 delegateExpression 只能写 ${beanName}，现在是 " + expression);
        } else if (!code.beans().containsKey(bean)) {
            findings.element(p, owner, "程序里没有名为 " + bean + " 的监听器");
        } else if (!code.is(bean, type)) {
            findings.element(p, owner, bean + " 不是 " + type.getSimpleName());
        }
    }
}
