package cn.aftercare.history.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.jspecify.annotations.Nullable;

/** The diagram of a model as SVG, drawn where its author put everything, with the way a process went marked. */
final class ModelPicture {

    private static final int MARGIN = 20;
    private static final double FONT = 12;
    private static final double LINE = 15;

    private static final String STYLE = """
            <style>
              text { font: 12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; fill: #6b7885; text-anchor: middle; }
              .node { fill: #fff; stroke: #b4bec9; stroke-width: 1.5; }
              .scope { fill: none; stroke-dasharray: none; }
              .thick { stroke-width: 3.5; }
              .flow { fill: none; stroke: #b4bec9; stroke-width: 1.5; marker-end: url(#arrow); }
              .sign { fill: none; stroke: #b4bec9; stroke-width: 1.5; }
              .went.node { fill: #e6f4ea; stroke: #1b6e3c; } .went.scope { fill: none; }
              .went.sign { stroke: #1b6e3c; }
              .went.flow { stroke: #1b6e3c; stroke-width: 2.5; marker-end: url(#went); }
              .open.node { fill: #e8f0fa; stroke: #1d4f91; stroke-width: 3; } .open.scope { fill: none; }
              text.went, text.open { fill: #1c2733; }
            </style>
            <defs>
              <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#b4bec9"/></marker>
              <marker id="went" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0 10 5 0 10z" fill="#1b6e3c"/></marker>
            </defs>
            """;

    private final BpmnModelInstance model;
    private final Path path;
    private final StringBuilder svg = new StringBuilder();

    ModelPicture(BpmnModelInstance model, Path path) {
        this.model = model;
        this.path = path;
    }

    String svg() {
        Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
        header(shapes);
        // Scopes lie under what they contain, flows under the nodes they join, boundary events on top.
        shapes.stream().filter(s -> s.getBpmnElement() instanceof SubProcess).forEach(this::shape);
        model.getModelElementsByType(BpmnEdge.class).forEach(this::edge);
        shapes.stream()
                .filter(s -> !(s.getBpmnElement() instanceof SubProcess))
                .filter(s -> !(s.getBpmnElement() instanceof BoundaryEvent))
                .forEach(this::shape);
        shapes.stream().filter(s -> s.getBpmnElement() instanceof BoundaryEvent).forEach(this::shape);
        return svg.append("</svg>").toString();
    }

    private void header(Collection<BpmnShape> shapes) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        List<Bounds> all = new ArrayList<>();
        shapes.forEach(s -> {
            all.add(s.getBounds());
            if (labelBounds(s.getBpmnLabel()) != null) {
                all.add(s.getBpmnLabel().getBounds());
            }
        });
        for (Bounds b : all) {
            left = Math.min(left, b.getX());
            top = Math.min(top, b.getY());
            right = Math.max(right, b.getX() + b.getWidth());
            bottom = Math.max(bottom, b.getY() + b.getHeight());
        }
        double width = right - left + 2 * MARGIN;
        double height = bottom - top + 2 * MARGIN;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"%.0f %.0f %.0f %.0f\">",
                width, height, left - MARGIN, top - MARGIN, width, height);
        svg.append(STYLE);
    }

    private void edge(BpmnEdge edge) {
        if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) {
            return;
        }
        StringBuilder points = new StringBuilder();
        for (Waypoint p : edge.getWaypoints()) {
            points.append(String.format(Locale.ROOT, "%.0f,%.0f ", p.getX(), p.getY()));
        }
        String mark = path.taken(flow) ? " went" : "";
        add(
                "<polyline class=\"flow%s\" points=\"%s\"/>",
                mark, points.toString().strip());
        label(flow, edge.getBpmnLabel(), mark);
    }

    private void shape(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        if (!(element instanceof FlowNode node)) {
            return;
        }
        String mark = path.open(node) ? " open" : path.visited(node) ? " went" : "";
        Bounds b = shape.getBounds();
        double x = b.getX() + b.getWidth() / 2;
        double y = b.getY() + b.getHeight() / 2;
        if (node instanceof Activity) {
            activity(node, b, mark);
        } else if (node instanceof Gateway) {
            add(
                    "<path class=\"node%s\" d=\"M%.1f %.1f %.1f %.1f %.1f %.1f %.1f %.1fz\"/>",
                    mark, x, b.getY(), b.getX() + b.getWidth(), y, x, b.getY() + b.getHeight(), b.getX(), y);
            add(
                    node instanceof ParallelGateway
                            ? "<path class=\"sign%s\" d=\"M%.1f %.1fm-8 0h16m-8-8v16\"/>"
                            : "<path class=\"sign%s\" d=\"M%.1f %.1fm-6-6 12 12m0-12-12 12\"/>",
                    mark,
                    x,
                    y);
            label(node, shape.getBpmnLabel(), mark);
        } else if (node instanceof Event event) {
            event(event, x, y, b.getWidth() / 2, mark);
            label(node, shape.getBpmnLabel(), mark);
        }
    }

    private void activity(FlowNode node, Bounds b, String mark) {
        boolean scope = node instanceof SubProcess;
        add(
                "<rect class=\"node%s%s%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\"/>",
                mark,
                scope ? " scope" : "",
                node instanceof CallActivity ? " thick" : "",
                b.getX(),
                b.getY(),
                b.getWidth(),
                b.getHeight());
        double x = b.getX() + b.getWidth() / 2;
        double y = scope ? b.getY() + 18 - LINE / 2 : b.getY() + b.getHeight() / 2;
        text(node.getName(), x, y, b.getWidth() - 8, mark);
    }

    private void event(Event event, double x, double y, double radius, String mark) {
        String thick = event instanceof EndEvent ? " thick" : "";
        add("<circle class=\"node%s%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", mark, thick, x, y, radius);
        if (event instanceof IntermediateCatchEvent
                || event instanceof IntermediateThrowEvent
                || event instanceof BoundaryEvent) {
            add("<circle class=\"sign%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", mark, x, y, radius - 3);
        }
        if (!event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
            add("<path class=\"sign%s\" d=\"M%.1f %.1fv-8m0 8h6\"/>", mark, x, y);
        }
    }

    /** Beside the element, where its author put it. */
    private void label(FlowElement element, @Nullable BpmnLabel label, String mark) {
        Bounds b = labelBounds(label);
        if (b != null) {
            text(
                    element.getName(),
                    b.getX() + b.getWidth() / 2,
                    b.getY() + b.getHeight() / 2,
                    Math.max(b.getWidth(), 3 * FONT) + FONT / 2,
                    mark);
        }
    }

    private static @Nullable Bounds labelBounds(@Nullable BpmnLabel label) {
        return label == null ? null : label.getBounds();
    }

    private void text(@Nullable String text, double x, double y, double width, String mark) {
        if (text == null || text.isBlank()) {
            return;
        }
        List<String> lines = lines(text, width);
        double top = y - (lines.size() - 1) * LINE / 2 + FONT / 3;
        for (int i = 0; i < lines.size(); i++) {
            add(
                    "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    mark.strip(), x, top + i * LINE, escaped(lines.get(i)));
        }
    }

    /** Chinese breaks anywhere; a letter or digit takes little more than half the room. */
    private static List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double used = 0;
        for (int character : text.codePoints().toArray()) {
            double room = character < 0x2E80 ? FONT * 0.6 : FONT;
            if (character == '\n' || used + room > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (character != '\n') {
                line.appendCodePoint(character);
                used += room;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
