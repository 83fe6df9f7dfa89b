package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet as xlsx; the first sheet of the workbook counts. Formulas are not calculated but refused. */
public final class XlsxSheet {

    private static final long MAX_UNPACKED = 40L * 1024 * 1024;
    private static final int MAX_COLUMNS = 200;

    private XlsxSheet() {}

    static List<SheetRow> read(byte[] content) {
        checkUnpackedSize(content);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            if (workbook.getNumberOfSheets() == 0) {
                throw RejectedSheetException.file("文件中没有工作表");
            }
            XSSFSheet sheet = workbook.getSheetAt(0);
            List<SheetRow> rows = new ArrayList<>();
            for (Row row : sheet) {
                rows.add(row((XSSFRow) row));
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            if (e instanceof RejectedSheetException rejected) {
                throw rejected;
            }
            // POI throws a dozen unchecked types for damaged files; all mean the same to the person who sent one.
            throw RejectedSheetException.file("文件不是有效的 .xlsx,或已损坏");
        }
    }

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

    /** A small file may unpack to more than the memory holds, on purpose or by a million formatted empty rows. */
    private static void checkUnpackedSize(byte[] content) {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    total += n;
                    if (total > MAX_UNPACKED) {
                        throw RejectedSheetException.file("文件展开后过大,请只保留要导入的数据,并删除多余的空行");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) { // the latter for names that are not text
            throw RejectedSheetException.file("文件不是有效的 .xlsx,或已损坏");
        }
    }

    private static SheetRow row(XSSFRow row) {
        List<Cell> cells = new ArrayList<>();
        int columns = Math.min(row.getLastCellNum(), MAX_COLUMNS);
        for (int c = 0; c < columns; c++) {
            XSSFCell cell = row.getCell(c);
            cells.add(cell == null ? Cell.EMPTY : cell(cell));
        }
        return new SheetRow(row.getRowNum() + 1, cells);
    }

    private static Cell cell(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case STRING -> Cell.of(cell.getStringCellValue());
            case NUMERIC -> number(cell);
            case BOOLEAN -> Cell.of(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case FORMULA -> Cell.faulty("=" + cell.getCellFormula(), Cell.FORMULA);
            case ERROR ->
                Cell.faulty(FormulaError.forInt(cell.getErrorCellValue()).getString(), "单元格的值是错误");
            default -> Cell.EMPTY;
        };
    }

    private static Cell number(XSSFCell cell) {
        double value = cell.getNumericCellValue();
        if (isDate(cell, value)) {
            LocalDateTime date = DateUtil.getLocalDateTime(
                    value, cell.getSheet().getWorkbook().isDate1904());
            return Cell.of(date.toLocalDate());
        }
        String format = cell.getCellStyle().getDataFormatString();
        if (format == null || format.equals("General") || format.equals("@")) {
            // Never 1.38E+10 for a phone number
            return Cell.of(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        }
        return Cell.of(new DataFormatter(Locale.CHINA).formatCellValue(cell));
    }

    private static boolean isDate(XSSFCell cell, double value) {
        if (!DateUtil.isValidExcelDate(value) || cell.getCellType() != CellType.NUMERIC) {
            return false;
        }
        int format = cell.getCellStyle().getDataFormat();
        // Chinese Excel's own formats such as 2023年10月15日 are numbers without a pattern in the file.
        boolean eastAsian = (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
        return eastAsian || DateUtil.isCellDateFormatted(cell);
    }
}
