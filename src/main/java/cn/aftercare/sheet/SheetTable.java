package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the columns of a sheet by their headers, in any order, and collects everything that is wrong on the way. */
public final class SheetTable<C extends Enum<C> & Column> {

    private static final String NO_HEADER = "第一行必须是表头";

    private final Class<C> type;
    private final int maxRows;
    private final String counted;
    private final List<CellError> errors;
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param maxRows how many rows one sheet may have below the header
     * @param counted Chinese, what a row is and how it is counted: 个工程
     * @param errors where problems go
     */
    public SheetTable(Class<C> type, int maxRows, String counted, List<CellError> errors) {
        this.type = type;
        this.maxRows = maxRows;
        this.counted = counted;
        this.errors = errors;
    }

    /** Remarks that stop nothing. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * What the reader makes of each row, one after the other; rows that are entirely blank are skipped.
     *
     * @param content xlsx, or csv in UTF-8 or GB18030
     * @param reader empty for a row with problems, which it has reported
     * @throws RejectedSheetException if the file cannot be read
     */
    public <R> List<R> read(byte[] content, Function<TableRow<C>, Optional<R>> reader) {
        Rows sheet = new Rows();
        SheetFile.read(content, sheet);
        if (sheet.columns == null) {
            errors.add(CellError.file(NO_HEADER));
            return List.of();
        }
        if (sheet.columns.isEmpty()) {
            return List.of();
        }
        if (sheet.filled == 0) {
            errors.add(CellError.file("表头之下没有数据"));
        }
        if (sheet.filled > maxRows) {
            errors.add(CellError.file("一次最多导入 " + maxRows + " " + counted + ",文件中有 " + sheet.filled + " 行"));
            return List.of();
        }
        return sheet.body.stream()
                .flatMap(row -> reader.apply(new TableRow<>(row, sheet.columns, type, errors)).stream())
                .toList();
    }

    /** Keeps no more rows than may be imported, and of them no more than the columns known; counts the others. */
    private final class Rows implements Consumer<SheetRow> {
        /** Null before the first row. */
        private Map<C, Integer> columns;

        private final List<SheetRow> body = new ArrayList<>();
        private long filled;

        @Override
        public void accept(SheetRow row) {
            if (columns == null) {
                columns = header(row);
            } else if (!columns.isEmpty() && !row.blank() && ++filled <= maxRows) {
                body.add(row.only(columns.values()));
            }
        }
    }

    /** Empty if the header is unusable, so that not every row is reported for it. */
    private Map<C, Integer> header(SheetRow row) {
        Map<C, Integer> columns = new EnumMap<>(type);
        if (row.number() != 1 || row.blank()) {
            errors.add(CellError.file(NO_HEADER));
            return columns;
        }
        int before = errors.size();
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            String header = cells.get(i).text();
            Optional<C> column =
                    columns().filter(c -> c.header().equals(header)).findFirst();
            if (column.isEmpty() && !header.isEmpty()) {
                warnings.add("表头“" + header + "”不是约定的列,已忽略");
            } else if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                errors.add(CellError.header(header, "重复"));
            }
        }
        columns()
                .filter(column -> column.required() && !columns.containsKey(column))
                .forEach(column -> errors.add(CellError.header(column.header(), "缺少这一列")));
        return errors.size() == before ? columns : Map.of();
    }

    private Stream<C> columns() {
        return Arrays.stream(type.getEnumConstants());
    }
}
