package cn.aftercare.search;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for: part of a number, name or phone, in any case, with or without blanks in a phone.
 *
 * @param pattern for SQL {@code like … escape '!'} against lower-case text
 * @param phone the same for a phone without blanks and dashes; matches nothing if no phone is meant
 */
public record SearchText(String pattern, String phone) {

    private static final int MAX = 100;

    /** Fewer digits of a phone would find everybody. */
    private static final int DIGITS = 4;

    private static final String NOTHING = "";

    /** Empty when there is nothing to look for: blank, or a single letter or digit. */
    public static Optional<SearchText> of(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > MAX || text.length() == 1 && text.charAt(0) < 128) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[\\s+()-]", "");
        return Optional.of(new SearchText(
                "%" + text.replaceAll("([!%_])", "!$1") + "%",
                digits.matches("\\d{" + DIGITS + ",}") ? "%" + digits + "%" : NOTHING));
    }
}
