package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One row by its columns. Collects what is wrong with it; a cell already found bad is not reported twice. */
public final class TableRow<C extends Enum<C> & Column> {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private final SheetRow row;
    private final Map<C, Integer> columns;
    private final List<CellError> errors;
    private final int errorsBefore;
    private final Map<C, String> texts;
    private final Set<C> bad;

    TableRow(SheetRow row, Map<C, Integer> columns, Class<C> type, List<CellError> errors) {
        this.row = row;
        this.columns = columns;
        this.errors = errors;
        this.errorsBefore = errors.size();
        this.texts = new EnumMap<>(type);
        this.bad = EnumSet.noneOf(type);
        columns.forEach((column, index) -> {
            Cell cell = row.cell(index);
            texts.put(column, cell.text());
            String fault = fault(column, cell);
            if (fault != null) {
                report(column, fault);
                bad.add(column);
            }
        });
    }

    /** As spreadsheets count: the first row of the file is 1. */
    public int number() {
        return row.number();
    }

    /** The columns the sheet has, stripped; columns it does not have are absent. */
    public Map<C, String> texts() {
        return texts;
    }

    /** Empty for an empty cell, and for a column the sheet does not have. */
    public String text(C column) {
        return texts.getOrDefault(column, "");
    }

    /** What the cell holds, a real date or text; of a column the sheet has. */
    public Cell cell(C column) {
        return Optional.ofNullable(columns.get(column)).map(row::cell).orElse(Cell.EMPTY);
    }

    public void problem(C column, String reason) {
        if (!bad.contains(column)) {
            report(column, reason);
        }
    }

    /** An empty cell is no problem here. */
    public void pattern(C column, Pattern pattern, String reason) {
        if (!text(column).isEmpty() && !pattern.matcher(text(column)).matches()) {
            problem(column, reason);
        }
    }

    /** Whether no problem of this row was found so far. Rows are read one after the other. */
    public boolean sound() {
        return errors.size() == errorsBefore;
    }

    private void report(C column, String reason) {
        errors.add(CellError.cell(row.number(), column.header(), text(column), reason));
    }

    private static String fault(Column column, Cell cell) {
        if (cell.fault() != null) {
            return cell.fault();
        }
        if (cell.text().isEmpty()) {
            return column.required() ? "必填" : null;
        }
        if (cell.date() != null && !column.date()) {
            return "单元格是日期,应为文本";
        }
        if (cell.text().length() > column.maxLength()) {
            return "不能超过 " + column.maxLength() + " 个字(现有 " + cell.text().length() + " 个)";
        }
        return CONTROL.matcher(cell.text()).find() ? "含有不可见的控制字符" : null;
    }
}
