package cn.aftercare.record.document;

/** Typed text made fit for a document: characters XML forbids and invisible direction marks go, line breaks stay. */
final class PlainText {

    private PlainText() {}

    /** Null becomes empty; every kind of line break becomes {@code \n}, a tab a space. */
    static String of(String text) {
        if (text == null) {
            return "";
        }
        if (ordinary(text)) {
            return text.strip();
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> plain.append('\n');
                case '\t' -> plain.append(' ');
                default -> {
                    if (printable(c)) {
                        plain.appendCodePoint(c);
                    }
                }
            }
        });
        return plain.toString().strip();
    }

    static String singleLine(String text) {
        return of(text).replace('\n', ' ');
    }

    /** Nothing but Latin and Chinese signs, as most texts: they need not be looked at one by one. */
    private static boolean ordinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' && (c < 0x3000 || c > 0x9FFF)) {
                return false;
            }
        }
        return true;
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
