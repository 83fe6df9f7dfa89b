package cn.aftercare.record.document;

import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;

/** Typed text made fit for a cell: as long as Excel takes it, never read as an escape, never taken for a formula. */
final class SheetText {

    private static final int MAX_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SheetText() {}

    static String of(String raw) {
        String text = PlainText.of(raw);
        if (text.length() > MAX_TEXT) {
            text = text.substring(0, MAX_TEXT);
        }
        // Excel reads _x0041_ as an escaped character: escape the escape.
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_") : text;
    }

    /** Full-width signs count too: a Chinese input method turns them into formulas on editing. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
    }
}
