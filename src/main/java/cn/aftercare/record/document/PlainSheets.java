package cn.aftercare.record.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Adds sheets of plain rows under one head row: texts, whole numbers, numbers with two decimals, days and times. */
final class PlainSheets {

    private final Workbook workbook;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle whole;
    private final CellStyle decimal;
    private final CellStyle day;
    private final CellStyle minute;

    PlainSheets(Workbook workbook) {
        this.workbook = workbook;
        head = style(true);
        head.setAlignment(HorizontalAlignment.CENTER);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        text = style(false);
        // Excel shows such text as text and keeps it text when somebody edits the cell.
        quoted = style(false);
        quoted.setQuotePrefixed(true);
        whole = style(false);
        whole.setAlignment(HorizontalAlignment.CENTER);
        decimal = style(false);
        decimal.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
        day = style(false);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        minute = style(false);
        minute.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
    }

    /** Writes into the file who made it, and when. */
    static void sign(XSSFWorkbook workbook, Instant createdAt) {
        var core = workbook.getProperties().getCoreProperties().getUnderlyingProperties();
        core.setCreatorProperty(Optional.of("工程售后服务"));
        core.setCreatedProperty(Optional.of(Date.from(createdAt)));
        core.setModifiedProperty(Optional.of(Date.from(createdAt)));
    }

    /** @param width in characters */
    record Column(String head, int width) {}

    PlainSheet add(String title, List<Column> columns) {
        Sheet sheet = workbook.createSheet(title);
        sheet.createFreezePane(1, 1);
        Row row = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(columns.get(i).head());
            cell.setCellStyle(head);
            sheet.setColumnWidth(i, columns.get(i).width() * 256);
        }
        return new PlainSheet(sheet);
    }

    /** Takes the rows one below the other. */
    final class PlainSheet {

        private final Sheet sheet;
        private int nextRow = 1;

        private PlainSheet(Sheet sheet) {
            this.sheet = sheet;
        }

        /**
         * @param cells {@link String}, {@link Integer}, {@link BigDecimal}, {@link LocalDate}, {@link LocalDateTime}, or
         *     null for an empty cell
         */
        void row(List<?> cells) {
            Row row = sheet.createRow(nextRow++);
            for (int i = 0; i < cells.size(); i++) {
                fill(row.createCell(i), cells.get(i));
            }
        }
    }

    private void fill(Cell cell, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(decimal);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
            cell.setCellStyle(whole);
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(minute);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else {
            String content = value == null ? "" : SheetText.of((String) value);
            cell.setCellValue(content);
            cell.setCellStyle(SheetText.looksLikeFormula(content) ? quoted : text);
        }
    }

    private CellStyle style(boolean bold) {
        Font font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) 10);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }
}
