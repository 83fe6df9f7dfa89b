package cn.aftercare.platform.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.bpmn.instance.di.Edge;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Everything that runs is drawn, or nobody sees it. */
final class DiagramRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            Stream.of(FlowNode.class, SequenceFlow.class, Lane.class, Participant.class, Artifact.class)
                    .flatMap(type -> p.all(type).stream())
                    .forEach(e -> drawn(p, e, findings));
        }
        models.decisions().stream().filter(d -> d.decisions().size() > 1).forEach(d -> decisionsDrawn(d, findings));
    }

    private static void drawn(ProcessModel p, BaseElement element, Findings findings) {
        DiagramElement shape = element.getDiagramElement();
        if (shape == null) {
            findings.element(p, element, "图上没有画出来（缺少 BPMNDI 图形）");
        } else if (shape instanceof Edge edge && edge.getWaypoints().size() < 2) {
            findings.element(p, element, "图上的连线没有起点或终点（waypoint）");
        }
    }

    /** One decision opens as its table; several are found only through the drawn requirements. */
    private static void decisionsDrawn(DecisionModel file, Findings findings) {
        Set<String> drawn = new HashSet<>();
        NodeList shapes = file.xml().getElementsByTagNameNS("*", "DMNShape");
        for (int i = 0; i < shapes.getLength(); i++) {
            drawn.add(((Element) shapes.item(i)).getAttribute("dmnElementRef"));
        }
        for (Decision decision : file.decisions()) {
            if (!drawn.contains(decision.getId())) {
                findings.element(file.file(), decision.getId(), decision.getName(), "图上没有画出来（缺少 DMNDI 图形）");
            }
        }
    }
}
