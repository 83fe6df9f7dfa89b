package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write dates and lists into a cell; full-width punctuation is the same as half-width. */
public final class Notation {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(\\s+0{1,2}:00(:00)?)?");

    private Notation() {}

    /** A real date of a spreadsheet, or what {@link #date(String)} reads; between 1950 and 2150. */
    public static Optional<LocalDate> date(Cell cell) {
        return cell.date() != null ? Optional.of(cell.date()).filter(Notation::plausible) : date(cell.text());
    }

    /** 2023-10-15, 2023/10/15, 2023.10.15 or 2023年10月15日. */
    public static Optional<LocalDate> date(String text) {
        Matcher m = DATE.matcher(halfWidth(text));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))))
                    .filter(Notation::plausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The parts of a list, separated by semicolons, commas or line ends. */
    public static List<String> parts(String text) {
        return Arrays.stream(halfWidth(text).split("[;、,\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean plausible(LocalDate date) {
        return date.getYear() >= 1950 && date.getYear() <= 2150;
    }
}
