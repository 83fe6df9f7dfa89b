package cn.aftercare.platform.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.instance.Decision;

/** People read Chinese names, code and tests read English ids; gateways are questions, flows their answers. */
final class NamingRule implements ModelRule {

    private static final Map<Class<? extends FlowElement>, String> PREFIXES = new LinkedHashMap<>();

    static {
        // From special to general: the first type that fits counts.
        PREFIXES.put(StartEvent.class, "Start|StartEvent|Event");
        PREFIXES.put(EndEvent.class, "End|Event");
        PREFIXES.put(Event.class, "Event");
        PREFIXES.put(CallActivity.class, "Call|Task");
        PREFIXES.put(SubProcess.class, "Sub");
        PREFIXES.put(Activity.class, "Task");
        PREFIXES.put(Gateway.class, "Gateway");
        PREFIXES.put(SequenceFlow.class, "Flow");
    }

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            if (!Names.chinese(p.process().getName())) {
                findings.element(p, p.process(), "流程缺少中文名称");
            }
            p.all(FlowElement.class).forEach(e -> id(p, e, findings));
            p.all(FlowNode.class).forEach(n -> name(p, n, findings));
        }
        for (DecisionModel file : models.decisions()) {
            for (Decision decision : file.decisions()) {
                if (!Names.chinese(decision.getName())) {
                    findings.element(file.file(), decision.getId(), decision.getName(), "决策缺少中文名称");
                }
            }
        }
    }

    private static void id(ProcessModel p, FlowElement element, Findings findings) {
        PREFIXES.entrySet().stream()
                .filter(e -> e.getKey().isInstance(element))
                .findFirst()
                .map(Map.Entry::getValue)
                .filter(prefix ->
                        element.getId() == null || !Pattern.matches("(" + prefix + ")_[A-Za-z0-9_]+", element.getId()))
                .ifPresent(
                        prefix -> findings.element(p, element, "元素 ID 应为英文，以 " + prefix.replace("|", "_ 或 ") + "_ 开头"));
    }

    private static void name(ProcessModel p, FlowNode node, Findings findings) {
        // An event-based gateway asks nothing: the events after it say what it waits for.
        boolean diverging = node instanceof Gateway
                && !(node instanceof EventBasedGateway)
                && node.getOutgoing().size() > 1;
        if ((!(node instanceof Gateway) || diverging) && !Names.chinese(node.getName())) {
            findings.element(p, node, "缺少中文名称");
        } else if (diverging
                && !(node instanceof ParallelGateway)
                && !Names.of(node).matches(".*[?\\uFF1F]")) {
            // A parallel split asks nothing, it only has a name.
            findings.element(p, node, "分支网关的名称应是以“？”结尾的问题");
        }
        if (diverging && node instanceof ExclusiveGateway) {
            for (SequenceFlow flow : node.getOutgoing()) {
                if (!Names.chinese(flow.getName())) {
                    findings.element(p, flow, "网关“" + Names.of(node) + "”之后的连线缺少中文名称（问题的答案）");
                }
            }
        }
    }
}
