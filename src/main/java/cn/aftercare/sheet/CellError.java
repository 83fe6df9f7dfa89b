package cn.aftercare.sheet;

/**
 * One thing wrong with an uploaded sheet.
 *
 * @param field e.g. {@code 第3行 管理单位}
 * @param message the whole sentence, Chinese
 * @param row as spreadsheets count, 0 if the file as a whole is meant
 * @param column header of the column, or null
 * @param value what the cell holds, shortened
 */
public record CellError(String field, String message, int row, String column, String value) {

    private static final int SHOWN = 100;

    public static CellError cell(int row, String column, String value, String reason) {
        String field = "第" + row + "行 " + column;
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return new CellError(
                field, field + (shown.isEmpty() ? "" : "“" + shown + "”") + ":" + reason, row, column, shown);
    }

    public static CellError file(String reason) {
        return new CellError("file", reason, 0, null, "");
    }

    public static CellError header(String column, String reason) {
        return new CellError("第1行 " + column, "表头“" + column + "”:" + reason, 1, column, "");
    }
}
