package cn.aftercare.platform.guard;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * An expression names a variable or compares one, and calls nothing: JUEL reaches every bean of the program, and through
 * any object's class the machine it runs on. What is allowed is listed; no list of what is dangerous would be complete.
 */
final class ExpressionRule implements ModelRule {

    /** Judged more strictly: ConditionRule. */
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition");

    private static final Pattern BEGIN = Pattern.compile("[$#]\\{");

    private static final Pattern HARMLESS =
            Pattern.compile("[$#]\\{\\s*(execution\\.(processBusinessKey|tenantId)|task\\.id"
                    + "|!?\\s*[A-Za-z_]\\w*(\\s*[=!]=\\s*('[\\w\\u4e00-\\u9fff-]*'|\"[\\w\\u4e00-\\u9fff-]*\"|[A-Za-z_]\\w*|\\d+))?"
                    + ")\\s*}");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.processes().forEach(p -> p.eachXml(e -> element(p, e, findings)));
    }

    private static void element(ProcessModel p, Element e, Findings findings) {
        NamedNodeMap attributes = e.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            // These name a bean, and nothing else: DelegateRule, ListenerRule.
            if (!"delegateExpression".equals(attribute.getLocalName())) {
                text(p, e, attribute.getValue(), findings);
            }
        }
        if (!CONDITIONS.contains(e.getLocalName())) {
            text(p, e, ownText(e), findings);
        }
    }

    /** What the engine reads as the text of an element: that of its children is theirs, comments are none. */
    private static String ownText(Element e) {
        StringBuilder text = new StringBuilder();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString();
    }

    private static void text(ProcessModel p, Element e, String text, Findings findings) {
        Matcher begin = BEGIN.matcher(text);
        Matcher harmless = HARMLESS.matcher(text);
        for (int from = 0; begin.find(from); from = harmless.end()) {
            if (!harmless.find(begin.start()) || harmless.start() != begin.start()) {
                findings.element(p, p.owner(e), "表达式只能是变量名或与取值的比较，不能调用方法、取属性或计算：" + text.strip());
                return;
            }
        }
    }
}
