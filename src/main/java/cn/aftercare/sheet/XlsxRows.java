package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.xml.sax.Attributes;

/** Hands over the rows of a sheet as they come. Formulas are not calculated but refused. */
final class XlsxRows extends XlsxPart {

    private static final int MAX_COLUMNS = 200;

    /** A letter more than the last column of Excel has would overflow. */
    private static final int MAX_LETTERS = 3;

    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final boolean from1904;
    private final Consumer<SheetRow> rows;

    private int row;
    private List<Cell> cells = List.of();

    private boolean inCell;
    private int column;
    private int style;
    private String type = "";
    private String formula;
    private String value;
    private final StringBuilder inline = new StringBuilder();
    private boolean hasInline;
    private boolean spoken;

    XlsxRows(XlsxStrings strings, XlsxStyles styles, boolean from1904, Consumer<SheetRow> rows) {
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.rows = rows;
    }

    @Override
    void start(String element, Attributes attributes) {
        switch (element) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "rPh" -> spoken = true; // how a text is pronounced
            case "is" -> hasInline = true;
            case "f", "v", "t" -> {
                if (inCell) {
                    listen();
                }
            }
            default -> {}
        }
    }

    @Override
    void end(String element) {
        switch (element) {
            case "row" -> rows.accept(new SheetRow(row, cells));
            case "c" -> endCell();
            case "rPh" -> spoken = false;
            default -> {
                if (inCell) {
                    endOfText(element);
                }
            }
        }
    }

    private void startRow(Attributes attributes) {
        int number = number(attributes, "r", row + 1);
        if (number <= row) {
            throw new IllegalArgumentException("row " + number + " after " + row);
        }
        row = number;
        column = -1;
        cells = new ArrayList<>();
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : column(reference);
        style = number(attributes, "s", 0);
        String t = attributes.getValue("t");
        type = t == null ? "n" : t;
        formula = null;
        value = null;
        inline.setLength(0);
        hasInline = false;
        inCell = true;
    }

    private void endOfText(String element) {
        switch (element) {
            case "f" -> formula = heard();
            case "v" -> value = heard();
            case "t" -> {
                String text = heard();
                if (!spoken) {
                    inline.append(text);
                }
            }
            default -> {}
        }
    }

    private void endCell() {
        inCell = false;
        Cell cell = cell();
        if (cell.text().isEmpty() && cell.fault() == null) {
            return;
        }
        if (column >= MAX_COLUMNS) {
            throw RejectedSheetException.file("一张表最多 " + MAX_COLUMNS + " 列,第" + row + "行还有更靠右的内容");
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    private Cell cell() {
        if (formula != null) {
            // Copies of a formula leave it out.
            return Cell.faulty("=" + (formula.isEmpty() ? "…" : formula), Cell.FORMULA);
        }
        if (hasInline) {
            return Cell.of(XlsxStrings.plain(inline.toString()));
        }
        if (value == null || value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> strings.cell(Integer.parseInt(value));
            case "str", "inlineStr" -> Cell.of(XlsxStrings.plain(value));
            case "n" -> styles.number(Double.parseDouble(value), style, from1904);
            case "b" -> Cell.of(value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> Cell.faulty(value, "单元格的值是错误");
            default -> throw new IllegalArgumentException("a cell of type " + type);
        };
    }

    /** AB12 is column 27. */
    private static int column(String reference) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && !Character.isDigit(reference.charAt(letters))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
            letters++;
        }
        if (column < 1 || letters > MAX_LETTERS) {
            throw new IllegalArgumentException("cell " + reference);
        }
        return column - 1;
    }
}
