package cn.aftercare.platform.guard;

import java.util.Set;
import org.w3c.dom.Element;

/** Clock events name an existing promise and an existing event it is counted from. */
final class ClockPropertyRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.processes()
                .forEach(p -> p.eachXml(e -> {
                    if (ProcessModel.CAMUNDA.equals(e.getNamespaceURI())
                            && e.getLocalName().equals("property")) {
                        property(p, e, code, findings);
                    }
                }));
    }

    private static void property(ProcessModel p, Element e, CodeFacts code, Findings findings) {
        switch (e.getAttribute("name")) {
            case "commitment" -> known(p, e, "服务承诺", code.commitments(), findings);
            case "anchor" -> known(p, e, "计时起点", code.anchors(), findings);
            default -> {}
        }
    }

    private static void known(ProcessModel p, Element e, String what, Set<String> names, Findings findings) {
        String value = e.getAttribute("value");
        if (!names.contains(value)) {
            findings.element(p, p.owner(e), "没有名为 " + value + " 的" + what + "（扩展属性 " + e.getAttribute("name") + "）");
        }
    }
}
