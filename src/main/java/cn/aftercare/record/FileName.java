package cn.aftercare.record;

import java.text.Normalizer;

/** Turns whatever a client calls its file into a plain name: no path, no control characters, at most 200 characters. */
public final class FileName {

    public static final int MAX_LENGTH = 200;
    private static final int MAX_EXTENSION = 10;

    private FileName() {}

    /** Returns the clean name, empty if nothing usable is left. */
    public static String sanitise(String raw) {
        if (raw == null) {
            return "";
        }
        String base = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        StringBuilder plain = new StringBuilder();
        // Phones send decomposed names; composed ones compare and display alike everywhere.
        Normalizer.normalize(base, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(FileName::harmless)
                .forEach(plain::appendCodePoint);
        String name = plain.toString().replaceAll(" +", " ").strip();
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        return shorten(name);
    }

    private static boolean harmless(int c) {
        int type = Character.getType(c);
        boolean invisible = type == Character.CONTROL // includes line breaks
                || type == Character.FORMAT // includes characters that turn the reading direction
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE;
        return !invisible && "<>:\"|?*".indexOf(c) < 0;
    }

    private static String shorten(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot >= 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        int keep = MAX_LENGTH - extension.length();
        if (Character.isHighSurrogate(name.charAt(keep - 1))) {
            keep--;
        }
        return name.substring(0, keep) + extension;
    }
}
