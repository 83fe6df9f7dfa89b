package cn.aftercare.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet as xlsx, as we write it. */
public final class XlsxSheet {

    private XlsxSheet() {}

    /**
     * The first row is the header; what stands in a date column is ISO text and becomes a real date.
     *
     * @param notes rows of a second sheet that tells how to fill in the first; none: no such sheet
     */
    public static byte[] write(
            String name, List<List<String>> rows, Set<Integer> dateColumns, List<List<String>> notes) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Styles styles = new Styles(workbook);
            sheet(workbook, name, rows, dateColumns, styles);
            if (!notes.isEmpty()) {
                sheet(workbook, "填写说明", notes, Set.of(), styles);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sheet(
            XSSFWorkbook workbook, String name, List<List<String>> rows, Set<Integer> dateColumns, Styles styles) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            List<String> values = rows.get(r);
            for (int c = 0; c < values.size(); c++) {
                if (r > 0 && values.get(c).isEmpty()) {
                    continue;
                }
                org.apache.poi.ss.usermodel.Cell cell = row.createCell(c);
                if (r > 0 && dateColumns.contains(c)) {
                    cell.setCellValue(LocalDate.parse(values.get(c)));
                    cell.setCellStyle(styles.date);
                } else {
                    cell.setCellValue(values.get(c));
                    cell.setCellStyle(r == 0 ? styles.header : styles.text);
                }
            }
        }
        sheet.createFreezePane(0, 1);
        for (int c = 0; !rows.isEmpty() && c < rows.get(0).size(); c++) {
            sheet.setColumnWidth(c, 18 * 256);
            sheet.setDefaultColumnStyle(c, dateColumns.contains(c) ? styles.date : styles.text);
        }
    }

    /** Text cells carry the quote prefix, so that editing a value that begins with = does not make it a formula. */
    private static final class Styles {
        final CellStyle header;
        final CellStyle text;
        final CellStyle date;

        Styles(XSSFWorkbook workbook) {
            text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            text.setQuotePrefixed(true);
            date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            header = workbook.createCellStyle();
            header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }
}
