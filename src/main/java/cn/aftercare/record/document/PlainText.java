package cn.aftercare.record.document;

/** Typed text made fit for a document: characters XML forbids and invisible direction marks go, line breaks stay. */
final class PlainText {

    private PlainText() {}

    /** Null becomes empty; every kind of line break becomes {@code \n}, a tab a space. */
    static String of(String text) {
        if (text == null) {
            return "";
        }
        String lines = text.replace("\r\n", "\n");
        StringBuilder plain = new StringBuilder(lines.length());
        int c;
        for (int i = 0; i < lines.length(); i += Character.charCount(c)) {
            c = lines.codePointAt(i);
            switch (c) {
                case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> plain.append('\n');
                case '\t' -> plain.append(' ');
                default -> {
                    if (printable(c)) {
                        plain.appendCodePoint(c);
                    }
                }
            }
        }
        return plain.toString().strip();
    }

    static String singleLine(String text) {
        return of(text).replace('\n', ' ');
    }

    private static boolean printable(int c) {
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !nonCharacter
                && !turnsDirection
                && c != 0xFEFF
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE;
    }
}
