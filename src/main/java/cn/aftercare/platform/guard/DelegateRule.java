package cn.aftercare.platform.guard;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** Whatever works by itself names an existing delegate, and its id says which. */
final class DelegateRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            for (ServiceTask task : p.all(ServiceTask.class)) {
                String bean = delegate(p, task, task.getCamundaDelegateExpression(), code, findings);
                checkId(p, task, bean, findings);
            }
            p.all(SendTask.class).forEach(t -> delegate(p, t, t.getCamundaDelegateExpression(), code, findings));
            p.all(BusinessRuleTask.class).stream()
                    .filter(t -> t.getCamundaDecisionRef() == null)
                    .forEach(t -> delegate(p, t, t.getCamundaDelegateExpression(), code, findings));
            p.all(ThrowEvent.class).forEach(e -> throwEvent(p, e, code, findings));
            p.all(Task.class).stream()
                    .filter(t -> t.getElementType().getTypeName().equals("task"))
                    .forEach(t -> findings.element(p, t, "任务没有选类型（用户任务、服务任务……），运行时会直接跳过"));
        }
    }

    private static void throwEvent(ProcessModel p, ThrowEvent event, CodeFacts code, Findings findings) {
        MessageEventDefinition message = ProcessModel.definition(event, MessageEventDefinition.class);
        if (message != null) {
            delegate(p, event, message.getCamundaDelegateExpression(), code, findings);
        }
        // Signals and escalations are thrown by the engine itself; a delegate on them would never be called.
        SignalEventDefinition signal = ProcessModel.definition(event, SignalEventDefinition.class);
        if (signal != null && signal.getSignal() == null) {
            findings.element(p, event, "没有选择要发出的信号（signalRef）");
        }
        EscalationEventDefinition escalation = ProcessModel.definition(event, EscalationEventDefinition.class);
        if (escalation != null
                && (escalation.getEscalation() == null
                        || escalation.getEscalation().getEscalationCode() == null)) {
            findings.element(p, event, "没有选择要发出的升级（escalationRef 和 escalationCode）");
        }
    }

    /** The bean named, or null after reporting what is wrong with it. */
    private static String delegate(
            ProcessModel p, BaseElement element, String expression, CodeFacts code, Findings findings) {
        if (expression == null || expression.isBlank()) {
            findings.element(p, element, "缺少 camunda:delegateExpression（由哪个 Delegate 执行）");
            return null;
        }
        String bean = Expressions.simpleName(expression);
        if (bean == null) {
            findings.element(p, element, "delegateExpression 只能写 ${beanName}，现在是 " + expression);
        } else if (!code.beans().containsKey(bean)) {
            findings.element(p, element, "程序里没有名为 " + bean + " 的 Delegate");
        } else if (!code.is(bean, JavaDelegate.class)) {
            findings.element(p, element, bean + " 不是 JavaDelegate");
        }
        return bean;
    }

    private static void checkId(ProcessModel p, ServiceTask task, String bean, Findings findings) {
        if (bean == null || task.getId() == null) {
            return;
        }
        String stem = bean.replaceFirst("Delegate$", "").toLowerCase(Locale.ROOT);
        if (!bean.endsWith("Delegate") || !task.getId().toLowerCase(Locale.ROOT).endsWith(stem)) {
            findings.element(p, task, "ID 与 Delegate 名称不对应：" + task.getId() + " → ${" + bean + "}");
        }
    }
}
