package cn.aftercare.record.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes sheets of plain rows under a frozen line of heads: texts, whole numbers, scores, days and times. */
final class SheetPen {

    private final XSSFWorkbook workbook;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle whole;
    private final CellStyle score;
    private final CellStyle day;
    private final CellStyle minute;
    private final ToIntFunction<String> width;
    private XSSFSheet sheet;

    SheetPen(XSSFWorkbook workbook, ToIntFunction<String> width) {
        this.workbook = workbook;
        this.width = width;
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
        score = style(false);
        score.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
        day = style(false);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        minute = style(false);
        minute.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
    }

    void sheet(String title, List<String> heads) {
        sheet = workbook.createSheet(title);
        sheet.createFreezePane(1, 1);
        Row row = sheet.createRow(0);
        for (int i = 0; i < heads.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(heads.get(i));
            cell.setCellStyle(head);
            sheet.setColumnWidth(i, width.applyAsInt(heads.get(i)) * 256);
        }
    }

    void row(List<?> cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.size(); i++) {
            fill(row.createCell(i), cells.get(i));
        }
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(score);
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
            String content = SheetText.of((String) value);
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

    /** Who made the file, and when. */
    void finish(Instant createdAt) {
        var core = workbook.getProperties().getCoreProperties().getUnderlyingProperties();
        core.setCreatorProperty(Optional.of("工程售后服务"));
        core.setCreatedProperty(Optional.of(Date.from(createdAt)));
        core.setModifiedProperty(Optional.of(Date.from(createdAt)));
    }
}
