package cn.aftercare.platform.guard;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Decision tables hold data: inputs are variables, results are values. The engine would take any script language for a
 * cell, and JUEL, which reaches the program's beans, where none is named.
 */
final class DecisionCellRule implements ModelRule {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern VALUE =
            Pattern.compile("-?\\d+(\\.\\d+)?|true|false|null|[A-Za-z_]\\w*|\"[^\"\\\\{}]*\"|'[^'\\\\{}]*'");

    private static final Pattern CHANGING = Pattern.compile("\\b(now|today|random\\s+number)\\s*\\(");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.decisions().forEach(d -> element(d, d.xml().getDocumentElement(), findings));
    }

    private static void element(DecisionModel d, Element e, Findings findings) {
        if (e.hasAttribute("expressionLanguage")) {
            found(d, e, "不允许指定表达式语言（expressionLanguage）", findings);
        }
        String text = text(e);
        switch (e.getLocalName()) {
            case "inputExpression" -> {
                if (!VARIABLE.matcher(text).matches()) {
                    found(d, e, "输入只能是一个变量名，现在是 " + text, findings);
                }
            }
            case "outputEntry", "defaultOutputEntry", "literalExpression" -> {
                if (!text.isEmpty() && !VALUE.matcher(text).matches()) {
                    found(d, e, "输出只能是文字、数字、true、false 或变量名，现在是 " + text, findings);
                }
            }
            case "inputEntry" -> {
                // FEEL, which reaches no bean. Answers are kept, so they must not depend on when they are asked.
                if (CHANGING.matcher(text).find()) {
                    found(d, e, "条件只能比较输入，不允许用 now()、today() 和 random number()，现在是 " + text, findings);
                }
            }
            default -> {
                // Nothing to evaluate.
            }
        }
        ProcessModel.children(e).forEach(child -> element(d, child, findings));
    }

    private static String text(Element e) {
        return ProcessModel.children(e).stream()
                .filter(child -> "text".equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static void found(DecisionModel d, Element e, String problem, Findings findings) {
        findings.element(d.file(), e.getAttribute("id"), "", problem);
    }
}
