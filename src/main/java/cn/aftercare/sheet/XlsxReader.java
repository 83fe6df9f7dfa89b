package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads the first sheet of an xlsx. Formulas are not calculated but refused. */
final class XlsxReader {

    /** Bytes. A full sheet, 5000 rows of 25 long texts, unpacks to half of this. */
    private static final long MAX_UNPACKED = 32L * 1024 * 1024;

    /**
     * Elements and attributes. A full sheet has two thirds of this. The library holds all of them in memory, at 150 bytes
     * each, and half a megabyte of file may be ten millions of empty cells.
     */
    private static final int MAX_NODES = 1_400_000;

    private static final int MAX_COLUMNS = 200;

    private XlsxReader() {}

    /** @throws RejectedSheetException if it cannot be read, or unpacks to too much, on purpose or by formatted empty rows */
    static void read(byte[] content, Consumer<SheetRow> rows) {
        try {
            checkSize(content);
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                if (workbook.getNumberOfSheets() == 0) {
                    throw RejectedSheetException.file("文件中没有工作表");
                }
                for (Row row : workbook.getSheetAt(0)) {
                    rows.accept(row((XSSFRow) row));
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof RejectedSheetException rejected) {
                throw rejected;
            }
            // POI throws a dozen unchecked types for damaged files; all mean the same to the person who sent one.
            throw RejectedSheetException.file("文件不是有效的 .xlsx,或已损坏");
        }
    }

    private static void checkSize(byte[] content) throws IOException {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Not the JDK's, which takes no Zip64 entries; streaming writers of spreadsheets write them for whatever size.
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            Unpacked unpacked = new Unpacked(zip);
            int nodes = 0;
            while (zip.getNextEntry() != null) {
                nodes = count(xml, unpacked, nodes);
                unpacked.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Of whatever part it is: names say nothing of what the library takes it for. A picture has none. */
    private static int count(XMLInputFactory xml, InputStream part, int before) {
        int nodes = before;
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    nodes += 1 + reader.getAttributeCount();
                    if (nodes > MAX_NODES) {
                        throw tooLarge();
                    }
                }
            }
        } catch (XMLStreamException e) {
            // No XML, or none the library would read.
        }
        return nodes;
    }

    private static RejectedSheetException tooLarge() {
        return RejectedSheetException.file("文件展开后过大,请只保留要导入的数据,并删除多余的空行");
    }

    /** What the entries unpack to, all together. */
    private static final class Unpacked extends FilterInputStream {

        private long total;

        Unpacked(InputStream zip) {
            super(zip);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            add(Math.max(0, read));
            return read;
        }

        private void add(int bytes) {
            total += bytes;
            if (total > MAX_UNPACKED) {
                throw tooLarge();
            }
        }

        /** An entry ends, not the file. */
        @Override
        public void close() {}
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
