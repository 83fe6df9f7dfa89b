package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelProperties;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.w3c.dom.Element;

/** Extension properties say what the program understands, and a clock event has both its listener and something to do. */
final class ClockPropertyRule implements ModelRule {

    private static final String LISTENER = "clockEvent";
    private static final Map<String, String> LABELS = Map.of(
            ModelProperties.COMMITMENT, "服务承诺",
            ModelProperties.ANCHOR, "计时起点",
            ModelProperties.CLOCK, "计时操作",
            ModelProperties.STAGE, "案件阶段");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            p.eachXml(e -> {
                if (ProcessModel.CAMUNDA.equals(e.getNamespaceURI())
                        && e.getLocalName().equals("property")) {
                    property(p, e, code, findings);
                }
            });
            p.all(IntermediateThrowEvent.class).forEach(event -> event(p, event, findings));
        }
    }

    private static void property(ProcessModel p, Element e, CodeFacts code, Findings findings) {
        String name = e.getAttribute("name");
        Set<String> known = code.properties().get(name);
        if (known == null) {
            findings.element(p, p.owner(e), "程序不认识扩展属性 " + name);
            return;
        }
        for (String value : e.getAttribute("value").split(",", -1)) {
            if (!known.contains(value.strip())) {
                findings.element(
                        p, p.owner(e), "没有名为 " + value.strip() + " 的" + LABELS.get(name) + "（扩展属性 " + name + "）");
            }
        }
    }

    private static void event(ProcessModel p, IntermediateThrowEvent event, Findings findings) {
        if (!event.getEventDefinitions().isEmpty()) {
            return; // a message, a link …: it does something of its own
        }
        // What kind of listener it is, ListenerRule checks.
        boolean listens = event.getExtensionElements() != null
                && !event.getExtensionElements()
                        .getChildElementsByType(CamundaExecutionListener.class)
                        .isEmpty();
        boolean says = ModelProperties.of(event, ModelProperties.ANCHOR)
                .or(() -> ModelProperties.of(event, ModelProperties.COMMITMENT))
                .or(() -> ModelProperties.of(event, ModelProperties.CLOCK))
                .isPresent();
        if (!listens) {
            findings.element(p, event, "计时事件缺少监听器 ${" + LISTENER + "}（start），不会有任何作用");
        }
        if (!says) {
            findings.element(p, event, "计时事件没有说明做什么（扩展属性 anchor、commitment 或 clock）");
        }
    }
}
