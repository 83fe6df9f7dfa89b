package cn.aftercare.model;

import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Plays a model in every way it can be played: any answer at any gateway, any attached event at any time. Data is left
 * out, so what is never reached here is never reached in the engine either. A state is where the tokens are, plus the
 * facts a test wants remembered of the way there.
 */
final class TokenGame {

    /** Two proposals at a time tell nothing one does not. */
    private static final String RUNNING = "running:";

    private final BpmnModelInstance model;

    TokenGame(File file) {
        model = Bpmn.readModelFromFile(file);
    }

    /** Tokens on sequence flows and running sub-processes, and facts. */
    record State(Set<String> tokens, Set<String> facts) {
        State move(Collection<String> without, Collection<String> with, Set<String> newFacts) {
            Set<String> next = new TreeSet<>(tokens);
            next.removeAll(without);
            next.addAll(with);
            return new State(next, newFacts);
        }
    }

    /**
     * All states that can be reached from the start events.
     *
     * @param learn what is remembered after a node was passed, given what was known before; may throw to refuse a way
     */
    Set<State> explore(BiFunction<FlowNode, Set<String>, Set<String>> learn) {
        Deque<State> open = new ArrayDeque<>();
        Set<State> seen = new HashSet<>();
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            if (start.getParentElement() instanceof org.camunda.bpm.model.bpmn.instance.Process) {
                open.add(new State(ids(start.getOutgoing()), learn.apply(start, Set.of())));
            }
        }
        while (!open.isEmpty()) {
            State state = open.pop();
            if (seen.add(state)) {
                for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                    open.addAll(after(state, node, learn));
                }
            }
        }
        return seen;
    }

    private List<State> after(State state, FlowNode node, BiFunction<FlowNode, Set<String>, Set<String>> learn) {
        List<State> next = new ArrayList<>();
        if (node instanceof BoundaryEvent || node instanceof StartEvent) {
            eventSubProcess(state, node, learn, next);
            return next;
        }
        if (node instanceof SubProcess sub) {
            subProcess(state, sub, learn, next);
            return next;
        }
        for (Set<String> consumed : enabled(state, node)) {
            Set<String> facts = learn.apply(node, state.facts());
            if (node instanceof ExclusiveGateway) {
                node.getOutgoing().forEach(f -> next.add(state.move(consumed, Set.of(f.getId()), facts)));
            } else if (node instanceof EndEvent end && error(end) != null) {
                next.add(thrown(state.move(consumed, Set.of(), facts), end, learn));
            } else if (node instanceof IntermediateThrowEvent && link(node) != null) {
                next.add(state.move(consumed, ids(catching(node).getOutgoing()), learn.apply(catching(node), facts)));
            } else {
                next.add(state.move(consumed, ids(node.getOutgoing()), facts));
            }
            attached(node)
                    .forEach(event -> next.add(
                            state.move(consumed, ids(event.getOutgoing()), learn.apply(event, state.facts()))));
        }
        return next;
    }

    /** The tokens that let a node go on: all of a join, one of anything else. */
    private static List<Set<String>> enabled(State state, FlowNode node) {
        Set<String> incoming = ids(node.getIncoming());
        if (node instanceof ParallelGateway) {
            return state.tokens().containsAll(incoming) && !incoming.isEmpty() ? List.of(incoming) : List.of();
        }
        return incoming.stream().filter(state.tokens()::contains).map(Set::of).toList();
    }

    private void subProcess(
            State state, SubProcess sub, BiFunction<FlowNode, Set<String>, Set<String>> learn, List<State> next) {
        if (sub.triggeredByEvent()) {
            return;
        }
        for (Set<String> consumed : enabled(state, sub)) {
            Set<String> with = new TreeSet<>(Set.of(RUNNING + sub.getId()));
            Set<String> facts = learn.apply(sub, state.facts());
            for (StartEvent start : sub.getChildElementsByType(StartEvent.class)) {
                with.addAll(ids(start.getOutgoing()));
                facts = learn.apply(start, facts);
            }
            next.add(state.move(consumed, with, facts));
        }
        if (state.tokens().contains(RUNNING + sub.getId())) {
            if (inside(state, sub).equals(Set.of(RUNNING + sub.getId()))) {
                next.add(state.move(Set.of(RUNNING + sub.getId()), ids(sub.getOutgoing()), state.facts()));
            }
            attached(sub).stream()
                    .filter(event -> error(event) == null)
                    .forEach(event -> next.add(state.move(
                            inside(state, sub), ids(event.getOutgoing()), learn.apply(event, state.facts()))));
        }
    }

    private void eventSubProcess(
            State state, FlowNode node, BiFunction<FlowNode, Set<String>, Set<String>> learn, List<State> next) {
        if (node instanceof StartEvent start
                && start.getParentElement() instanceof SubProcess sub
                && sub.triggeredByEvent()
                && sub.getParentElement() instanceof SubProcess host
                && state.tokens().contains(RUNNING + host.getId())
                && inside(state, sub).isEmpty()) {
            Set<String> facts = learn.apply(start, learn.apply(sub, state.facts()));
            next.add(state.move(Set.of(), ids(start.getOutgoing()), facts));
        }
    }

    /** An error ends the nearest scope that catches it; one that nobody here catches ends the instance for its caller. */
    private State thrown(State state, EndEvent end, BiFunction<FlowNode, Set<String>, Set<String>> learn) {
        for (ModelElementInstance scope = end.getParentElement(); scope != null; scope = scope.getParentElement()) {
            if (scope instanceof SubProcess sub) {
                for (BoundaryEvent event : attached(sub)) {
                    if (error(end).equals(error(event))) {
                        return state.move(
                                inside(state, sub), ids(event.getOutgoing()), learn.apply(event, state.facts()));
                    }
                }
            }
        }
        return new State(Set.of(), state.facts());
    }

    private Set<String> inside(State state, SubProcess sub) {
        Set<String> ids = new TreeSet<>(Set.of(RUNNING + sub.getId()));
        contained(sub, ids);
        ids.retainAll(state.tokens());
        return ids;
    }

    private static void contained(SubProcess sub, Set<String> ids) {
        sub.getChildElementsByType(SequenceFlow.class).forEach(f -> ids.add(f.getId()));
        sub.getChildElementsByType(SubProcess.class).forEach(inner -> {
            ids.add(RUNNING + inner.getId());
            contained(inner, ids);
        });
    }

    private List<BoundaryEvent> attached(FlowNode node) {
        return node instanceof Activity
                ? model.getModelElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node))
                        .toList()
                : List.of();
    }

    private static Error error(Event event) {
        return event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .map(ErrorEventDefinition::getError)
                .findFirst()
                .orElse(null);
    }

    static String link(FlowNode node) {
        return node.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .findFirst()
                .orElse(null);
    }

    private FlowNode catching(FlowNode thrown) {
        return model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                .filter(event -> link(thrown).equals(link(event)))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(Collection<SequenceFlow> flows) {
        Set<String> ids = new TreeSet<>();
        flows.forEach(f -> ids.add(f.getId()));
        return ids;
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }
}
