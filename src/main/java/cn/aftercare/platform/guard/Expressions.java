package cn.aftercare.platform.guard;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which names a JUEL or FEEL expression uses. */
final class Expressions {

    private static final Pattern PART = Pattern.compile("[$#]\\{((?:[^}'\"]|'[^']*'|\"[^\"]*\")*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w)");
    private static final Pattern SIMPLE = Pattern.compile("[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "empty",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "true",
            "false",
            "null",
            "instanceof",
            "if",
            "then",
            "else",
            "in",
            "between");

    private Expressions() {}

    static boolean present(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    /** Names used at the head of all {@code ${...}} parts of a text; properties and methods of them do not count. */
    static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            names.addAll(bareNames(part.group(1)));
        }
        return names;
    }

    /** The same for an expression without the braces, as decision tables have them. */
    static Set<String> bareNames(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(TEXT.matcher(expression).replaceAll("''"));
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** The one name in {@code ${name}}, or null when the text is anything else. */
    static String simpleName(String text) {
        Matcher m = SIMPLE.matcher(text == null ? "" : text.strip());
        return m.matches() ? m.group(1) : null;
    }
}
