package cn.aftercare.history.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * The way a process went. The engine remembers which elements it came to, in which order; the flows between them follow
 * from that. It does not remember links: one that was jumped to is known by what came after it.
 */
final class Path {

    /** When each visit of an element was, in the order of all visits. */
    private final Map<String, List<Integer>> visits = new HashMap<>();

    private final Map<Integer, HistoricActivityInstance> byRank = new HashMap<>();

    /** @param activities in the order in which they occurred, as far as the engine knows it */
    Path(List<HistoricActivityInstance> activities) {
        List<HistoricActivityInstance> ordered = activities.stream()
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .toList();
        IntStream.range(0, ordered.size()).forEach(rank -> {
            HistoricActivityInstance a = ordered.get(rank);
            byRank.put(rank, a);
            visits.computeIfAbsent(a.getActivityId(), id -> new ArrayList<>()).add(rank);
        });
    }

    boolean visited(FlowNode node) {
        return visits.containsKey(node.getId())
                || link(node)
                        && node.getOutgoing().stream()
                                .map(SequenceFlow::getTarget)
                                .anyMatch(this::onlyByLink);
    }

    /** It was come to, and no other flow leads there. */
    private boolean onlyByLink(FlowNode target) {
        return visits.containsKey(target.getId()) && target.getIncoming().size() == 1;
    }

    /** Something is still going on there. */
    boolean open(FlowNode node) {
        return of(node).stream().anyMatch(rank -> byRank.get(rank).getEndTime() == null);
    }

    boolean taken(SequenceFlow flow) {
        FlowNode source = flow.getSource();
        if (link(source)) {
            return visited(source);
        }
        return of(source).stream()
                .filter(rank -> byRank.get(rank).getEndTime() != null
                        && !byRank.get(rank).isCanceled())
                .anyMatch(rank -> leads(rank, source, flow.getTarget()));
    }

    /** Whether the target came after this visit of the source; after a choice, before what else could have come. */
    private boolean leads(int left, FlowNode source, FlowNode target) {
        boolean choice = source instanceof ExclusiveGateway || source instanceof EventBasedGateway;
        int next = next(left, of(target));
        int rival = choice
                ? source.getOutgoing().stream()
                        .map(SequenceFlow::getTarget)
                        .mapToInt(other -> next(left, of(other)))
                        .min()
                        .orElse(next)
                : next(left, of(source));
        return next != Integer.MAX_VALUE && next <= rival;
    }

    private static int next(int left, Collection<Integer> ranks) {
        return ranks.stream()
                .mapToInt(Integer::intValue)
                .filter(rank -> rank > left)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean link(FlowNode node) {
        return !node.getChildElementsByType(LinkEventDefinition.class).isEmpty();
    }

    private List<Integer> of(FlowNode node) {
        return visits.getOrDefault(node.getId(), List.of());
    }
}
