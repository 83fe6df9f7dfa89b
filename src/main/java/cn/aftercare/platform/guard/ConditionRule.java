package cn.aftercare.platform.guard;

import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Conditions are a flag or an enum compared, and a gateway always has a way out. */
final class ConditionRule implements ModelRule {

    private static final Pattern TRIVIAL = Pattern.compile(
            "[$#]\\{\\s*(!?\\s*[A-Za-z_]\\w*" + "|[A-Za-z_]\\w*\\s*==\\s*('[A-Za-z0-9_-]+'|\"[A-Za-z0-9_-]+\"))\\s*}");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            for (SequenceFlow flow : p.all(SequenceFlow.class)) {
                condition(p, flow, flow.getConditionExpression(), findings);
            }
            for (ConditionalEventDefinition event : p.all(ConditionalEventDefinition.class)) {
                String text =
                        event.getCondition() == null ? "" : event.getCondition().getTextContent();
                trivial(p, (FlowNode) event.getParentElement(), text, findings);
            }
            p.all(ExclusiveGateway.class).forEach(g -> gateway(p, g, g.getDefault(), findings));
            p.all(InclusiveGateway.class).forEach(g -> gateway(p, g, g.getDefault(), findings));
        }
    }

    private static void condition(ProcessModel p, SequenceFlow flow, ConditionExpression condition, Findings findings) {
        if (condition != null) {
            trivial(p, flow, condition.getTextContent(), findings);
            if (!(flow.getSource() instanceof Gateway)) {
                findings.element(p, flow, "条件只写在网关之后的连线上");
            }
        }
    }

    private static void trivial(
            ProcessModel p,
            org.camunda.bpm.model.bpmn.instance.BaseElement element,
            String condition,
            Findings findings) {
        if (!TRIVIAL.matcher(condition.strip()).matches()) {
            findings.element(p, element, "条件只能是 ${标志}、${!标志} 或 ${变量 == '取值'}，现在是 " + condition.strip());
        }
    }

    private static void gateway(ProcessModel p, FlowNode gateway, SequenceFlow byDefault, Findings findings) {
        Collection<SequenceFlow> outgoing = gateway.getOutgoing();
        if (outgoing.size() < 2) {
            return;
        }
        if (byDefault == null) {
            findings.element(p, gateway, "分支网关没有默认连线（default）");
        } else if (byDefault.getConditionExpression() != null) {
            findings.element(p, byDefault, "默认连线不应带条件");
        }
        for (SequenceFlow flow : outgoing) {
            if (flow.getConditionExpression() == null && !flow.equals(byDefault)) {
                findings.element(p, flow, "连线缺少条件，又不是默认连线");
            }
        }
    }
}
