package cn.aftercare.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as links to call. */
public final class Phones {

    /** Mobile, 400 and area-code numbers, as people write them into a line of text. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9])(?:\\+?86[- ]?)?(?:1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8}|400[- ]?\\d{3}[- ]?\\d{4})(?![0-9])");

    private Phones() {}

    /**
     * Part of a text.
     *
     * @param dial what to dial when the part is a number, or null
     */
    public record Piece(String text, @Nullable String dial) {}

    /** What stands behind {@code tel:}. */
    public static String dial(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }

    /** The text, its numbers apart. */
    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        int from = 0;
        while (number.find()) {
            if (number.start() > from) {
                pieces.add(new Piece(text.substring(from, number.start()), null));
            }
            pieces.add(new Piece(number.group(), dial(number.group())));
            from = number.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), null));
        }
        return pieces;
    }
}
