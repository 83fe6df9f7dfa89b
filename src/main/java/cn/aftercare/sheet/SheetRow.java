package cn.aftercare.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One row as the file has it.
 *
 * @param number as spreadsheets count: the first row of the file is 1
 */
public record SheetRow(int number, List<Cell> cells) {

    Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }

    boolean blank() {
        return cells.stream().allMatch(c -> c.text().isEmpty() && c.fault() == null);
    }

    /** The row with these cells alone, the others empty. */
    SheetRow only(Collection<Integer> indexes) {
        List<Cell> kept = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            kept.add(indexes.contains(i) ? cells.get(i) : Cell.EMPTY);
        }
        return new SheetRow(number, kept);
    }

    /**
     * A cell: its text, the date if it is a real date, and what makes it unusable, if anything.
     *
     * @param fault Chinese, or null
     */
    public record Cell(String text, LocalDate date, String fault) {

        static final Cell EMPTY = new Cell("", null, null);

        private static final String SPACES = " \t\n\u000B\f\r\u00A0\u3000\uFEFF";

        static final String FORMULA = "不能使用公式,请改为值";

        static Cell of(String text) {
            return new Cell(strip(text), null, null);
        }

        static Cell of(LocalDate date) {
            return new Cell(date.toString(), date, null);
        }

        static Cell faulty(String text, String fault) {
            return new Cell(text, null, fault);
        }

        /**
         * Spreadsheets and chat programs leave full-width and no-break spaces around values. Not by a pattern, which takes
         * forever for a million spaces.
         */
        private static String strip(String text) {
            int from = 0;
            int to = text.length();
            while (from < to && SPACES.indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            while (to > from && SPACES.indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            return text.substring(from, to);
        }
    }
}
