package cn.aftercare.platform.guard;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Nothing is drawn that no case can reach, and nothing from where no end can be reached. */
final class ReachabilityRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            scope(p, p.process(), findings);
            p.all(SubProcess.class).forEach(s -> scope(p, s, findings));
        }
    }

    private static void scope(ProcessModel p, ModelElementInstance scope, Findings findings) {
        Collection<FlowNode> nodes = scope.getChildElementsByType(FlowNode.class).stream()
                .filter(n -> !standsAside(n))
                .toList();
        Map<FlowNode, Set<FlowNode>> next = new HashMap<>();
        Map<FlowNode, Set<FlowNode>> previous = new HashMap<>();
        for (FlowNode node : nodes) {
            for (FlowNode target : successors(node, nodes)) {
                next.computeIfAbsent(node, n -> new HashSet<>()).add(target);
                previous.computeIfAbsent(target, n -> new HashSet<>()).add(node);
            }
        }
        Set<FlowNode> reached =
                closure(nodes.stream().filter(StartEvent.class::isInstance).toList(), next);
        Set<FlowNode> ending =
                closure(nodes.stream().filter(EndEvent.class::isInstance).toList(), previous);
        for (FlowNode node : nodes) {
            if (!reached.contains(node)) {
                findings.element(p, node, "从开始事件走不到这里");
            }
            if (!ending.contains(node)) {
                findings.element(p, node, "从这里走不到结束事件");
            }
        }
    }

    /** Event sub-processes and compensation are entered without a flow. */
    private static boolean standsAside(FlowNode node) {
        return (node instanceof SubProcess sub && sub.triggeredByEvent())
                || (node instanceof Activity activity && activity.isForCompensation())
                || (node instanceof BoundaryEvent event
                        && ProcessModel.definition(event, CompensateEventDefinition.class) != null);
    }

    private static Set<FlowNode> successors(FlowNode node, Collection<FlowNode> scope) {
        Set<FlowNode> successors = new HashSet<>();
        for (SequenceFlow flow : node.getOutgoing()) {
            if (flow.getTarget() != null) {
                successors.add(flow.getTarget());
            }
        }
        for (FlowNode other : scope) {
            if (other instanceof BoundaryEvent boundary && node.equals(boundary.getAttachedTo())) {
                successors.add(boundary);
            }
            if (node instanceof IntermediateThrowEvent && node != other && sameLink(node, other)) {
                successors.add(other);
            }
        }
        return successors;
    }

    private static boolean sameLink(FlowNode from, FlowNode to) {
        String name = link(from);
        return name != null && !(to instanceof IntermediateThrowEvent) && name.equals(link(to));
    }

    private static String link(FlowNode node) {
        return node.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .findFirst()
                .orElse(null);
    }

    private static Set<FlowNode> closure(List<FlowNode> from, Map<FlowNode, Set<FlowNode>> edges) {
        Set<FlowNode> seen = new HashSet<>(from);
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (FlowNode node : edges.getOrDefault(open.pop(), Set.of())) {
                if (seen.add(node)) {
                    open.push(node);
                }
            }
        }
        return seen;
    }
}
