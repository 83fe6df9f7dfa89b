package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** The texts that cells refer to by number. */
final class XlsxStrings extends XlsxPart {

    private static final int MAX_STRINGS = 250_000;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Ready to be shared: a text may be asked for a million times. */
    private final List<Cell> cells = new ArrayList<>();

    private final StringBuilder runs = new StringBuilder();
    private boolean spoken;

    Cell cell(int number) {
        return cells.get(number);
    }

    @Override
    void start(String element, Attributes attributes) {
        switch (element) {
            case "si" -> runs.setLength(0);
            case "rPh" -> spoken = true; // how the text is pronounced
            case "t" -> listen();
            default -> {}
        }
    }

    @Override
    void end(String element) {
        switch (element) {
            case "t" -> {
                String text = heard();
                if (!spoken) {
                    runs.append(text);
                }
            }
            case "rPh" -> spoken = false;
            case "si" -> {
                cells.add(Cell.of(plain(runs.toString())));
                atMost(MAX_STRINGS, cells.size());
            }
            default -> {}
        }
    }

    /** XML cannot hold every character, so some stand as {@code _x000D_}. */
    static String plain(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(
                                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : text;
    }
}
