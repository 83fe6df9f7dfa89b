package cn.aftercare.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.sheet.SheetRow.Cell;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cell shows is what is read, and no file takes more memory than the rows that may be imported. */
class XlsxReaderTest {

    private static final String TOO_LARGE = "文件展开后过大,请只保留要导入的数据,并删除多余的空行";
    private static final String DAMAGED = "文件不是有效的 .xlsx,或已损坏";

    private static final String HEADER = "<worksheet><sheetData><row><c t='inlineStr'><is><t>甲</t></is></c></row>";
    private static final String END = "</sheetData></worksheet>";

    @Test
    void numbers_and_dates_are_read_as_the_cell_shows_them() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Row row = book.createSheet().createRow(0);
            Object[][] values = {
                {13800000000d, "General"},
                {1e-7, "@"},
                {0.256, "0%"},
                {1234567.891, "#,##0.00"},
                {12, "0000"},
                {45214, "yyyy-mm-dd"},
                {45214.5, "yyyy\"年\"m\"月\"d\"日\""},
                {45214, "[$-804]yyyy/m/d h:mm"}
            };
            for (int i = 0; i < values.length; i++) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat((String) values[i][1]));
                row.createCell(i).setCellValue(((Number) values[i][0]).doubleValue());
                row.getCell(i).setCellStyle(style);
            }
            Cell day = Cell.of(LocalDate.of(2023, 10, 15));
            assertThat(read(bytes(book)))
                    .containsExactly(new SheetRow(
                            1,
                            List.of(
                                    Cell.of("13800000000"),
                                    Cell.of("0.0000001"),
                                    Cell.of("26%"),
                                    Cell.of("1,234,567.89"),
                                    Cell.of("0012"),
                                    day,
                                    day,
                                    day)));
        }
    }

    @Test
    void texts_truths_errors_and_formulas_are_told_apart() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            book.createSheet().createRow(0).createCell(0).setCellValue("another sheet");
            Row row = sheet.createRow(4);
            row.createCell(1).setCellValue(" \u3000前后\u00A0 ");
            XSSFRichTextString rich = new XSSFRichTextString("红黑");
            rich.applyFont(0, 1, book.createFont());
            row.createCell(2).setCellValue(rich);
            row.createCell(3).setCellValue("一_x000D_\n二_x005F_x");
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellErrorValue(FormulaError.DIV0.getCode());
            row.createCell(6).setCellFormula("A1+1");
            row.createCell(7).setBlank();
            sheet.createRow(6);
            assertThat(read(bytes(book)))
                    .containsExactly(
                            new SheetRow(
                                    5,
                                    List.of(
                                            Cell.EMPTY,
                                            Cell.of("前后"),
                                            Cell.of("红黑"),
                                            Cell.of("一\r\n二_x"),
                                            Cell.of("TRUE"),
                                            Cell.faulty("#DIV/0!", "单元格的值是错误"),
                                            Cell.faulty("=A1+1", Cell.FORMULA),
                                            Cell.EMPTY)),
                            new SheetRow(7, List.of()));
        }
    }

    @Test
    void days_may_be_counted_from_1904() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            CellStyle style = book.createCellStyle();
            style.setDataFormat((short) 14);
            Row row = book.createSheet().createRow(0);
            row.createCell(0).setCellValue(40000d);
            row.getCell(0).setCellStyle(style);
            assertThat(read(bytes(book))).containsExactly(new SheetRow(1, List.of(Cell.of(LocalDate.of(2013, 7, 7)))));
        }
    }

    /** Texts inside of the cells, and entries for more than 4 GB whatever their size. */
    @Test
    void what_a_streaming_program_writes_is_read() throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            for (int r = 0; r < 300; r++) {
                sheet.createRow(r).createCell(0).setCellValue("第" + r + "个");
            }
            assertThat(read(bytes(book)))
                    .extracting(row -> row.cell(0).text())
                    .isEqualTo(
                            IntStream.range(0, 300).mapToObj(r -> "第" + r + "个").toList());
        }
    }

    @Test
    void a_full_sheet_is_read_to_the_last_row() {
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r <= 5000; r++) {
            int number = r;
            rows.add(IntStream.range(0, 25)
                    .mapToObj(c -> c == 3 && number > 0 ? "2023-10-15" : "南京市江宁区某某路某某小区第" + number + "幢" + c)
                    .toList());
        }
        List<SheetRow> read = read(XlsxSheet.write("工程", rows, Set.of(3), List.of(List.of("填写说明"))));
        assertThat(read)
                .extracting(SheetRow::number)
                .isEqualTo(IntStream.rangeClosed(1, 5001).boxed().toList());
        assertThat(read)
                .extracting(row -> row.cells().stream().map(Cell::text).toList())
                .isEqualTo(rows);
        assertThat(read.get(5000).cell(3).date()).isEqualTo("2023-10-15");
    }

    /** Small files that the library would need gigabytes for. */
    @Test
    void no_file_takes_more_memory_than_a_few_full_sheets(@TempDir Path folder) throws Exception {
        List<Path> files = List.of(
                file(folder, "cells", book(HEADER + "<row>", 10_000_000, i -> "<c/>", "</row>" + END)),
                file(folder, "rows", book(HEADER, 500_000, i -> "<row><c><v>1</v></c></row>", END)),
                file(folder, "blank", book(HEADER, 1_000_000, i -> "<row><c s='1'/></row>", END)),
                file(folder, "wide", book(HEADER + "<row>", 2_000_000, i -> "<c><v>1</v></c>", "</row>" + END)),
                file(folder, "names", book(HEADER, 2_000_000, i -> "<n" + i + "/>", END)),
                file(folder, "attributes", book(HEADER, 1_500_000, i -> "<row n" + i + "=''/>", END)),
                file(folder, "depth", book(HEADER, 8_000_000, i -> "<a>", END)),
                file(
                        folder,
                        "strings",
                        workbook(
                                HEADER + END,
                                parts -> parts.add(
                                        "xl/sharedStrings.xml",
                                        "<sst>",
                                        1_500_000,
                                        i -> "<si><t>" + i + "</t></si>",
                                        "</sst>"))),
                file(
                        folder,
                        "styles",
                        workbook(
                                HEADER + END,
                                parts -> parts.add(
                                        "xl/styles.xml",
                                        "<styleSheet><cellXfs>",
                                        5_000_000,
                                        i -> "<xf/>",
                                        "</cellXfs></styleSheet>"))),
                file(folder, "csv rows", ("甲\n" + "1\n".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8)),
                file(folder, "csv columns", ("甲\n" + ",".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8)));
        assertThat(files).allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(10 * 1024 * 1024));

        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                InLittleMemory.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        Process small = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        assertThat(new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .as(Files.readString(folder.resolve("stderr")))
                .isEqualTo(String.join(
                        "\n",
                        "cells " + TOO_LARGE,
                        "rows " + TOO_LARGE,
                        "blank " + TOO_LARGE,
                        "wide " + TOO_LARGE,
                        "names " + TOO_LARGE,
                        "attributes " + TOO_LARGE,
                        "depth " + TOO_LARGE,
                        "strings " + TOO_LARGE,
                        "styles " + TOO_LARGE,
                        "csv rows 文件内容过多,请只保留要导入的数据,并删除多余的空行和空列",
                        "csv columns 文件内容过多,请只保留要导入的数据,并删除多余的空行和空列",
                        ""));
        assertThat(small.waitFor()).isZero();
    }

    /** A program of its own, to be run in little memory; prints the one thing that is wrong with each of its files. */
    static final class InLittleMemory {

        public static void main(String[] files) throws IOException {
            for (String file : files) {
                byte[] content = Files.readAllBytes(Path.of(file));
                System.out.print(Path.of(file).getFileName() + " " + String.join(";", wrong(content)) + "\n");
            }
        }
    }

    @Test
    void entities_are_refused() throws IOException {
        byte[] book = altered(
                "xl/sharedStrings.xml",
                text -> text.replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><sst")
                        .replace("乙", "&e;"));
        assertThat(wrong(book)).containsExactly(DAMAGED);
    }

    @Test
    void a_damaged_file_is_refused() throws IOException {
        assertThat(wrong(altered("xl/worksheets/sheet1.xml", text -> text))).isEmpty();
        assertThat(wrong(altered("xl/worksheets/sheet1.xml", text -> text.replace("</row>", ""))))
                .containsExactly(DAMAGED);
    }

    /** A header and one row, with one part of the file written anew. */
    private static byte[] altered(String part, UnaryOperator<String> change) throws IOException {
        byte[] sound;
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("甲");
            sheet.createRow(1).createCell(0).setCellValue("乙");
            sound = bytes(book);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(sound));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    /** A pattern that looked for spaces at the end would begin anew at each of them. */
    @Test
    void a_million_spaces_in_a_text_are_no_work() {
        String text = "甲" + " ".repeat(1_000_000) + "乙";
        assertThat(Cell.of(text + " ").text()).isEqualTo(text);
    }

    private enum Headers implements Column {
        FIRST;

        @Override
        public String header() {
            return "甲";
        }

        @Override
        public boolean required() {
            return true;
        }

        @Override
        public int maxLength() {
            return 10;
        }
    }

    private static List<String> wrong(byte[] content) {
        List<CellError> errors = new ArrayList<>();
        SheetTable<Headers> table = new SheetTable<>(Headers.class, 5000, "个", errors);
        try {
            table.read(content, row -> Optional.of(row.text(Headers.FIRST)));
        } catch (RejectedSheetException e) {
            errors.addAll(e.errors());
        }
        return errors.stream().map(CellError::message).toList();
    }

    private static List<SheetRow> read(byte[] content) {
        List<SheetRow> rows = new ArrayList<>();
        XlsxReader.read(content, rows::add);
        return rows;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static Path file(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] book(String start, int count, IntFunction<String> each, String end) throws IOException {
        return workbook(null, parts -> parts.add("xl/worksheets/sheet1.xml", start, count, each, end));
    }

    /** The smallest workbook there is, with parts of one's own. */
    private static byte[] workbook(String sheet, Consumer<Parts> own) throws IOException {
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Parts parts = new Parts(zip);
            parts.add(
                    "_rels/.rels",
                    "<Relationships>",
                    1,
                    i -> "<Relationship Id='a' Type='" + type + "officeDocument' Target='xl/workbook.xml'/>",
                    "</Relationships>");
            parts.add(
                    "xl/workbook.xml",
                    "<workbook><sheets>",
                    1,
                    i -> "<sheet name='表' sheetId='1' r:id='worksheet'/>",
                    "</sheets></workbook>");
            List<String> targets =
                    List.of("worksheet=worksheets/sheet1", "sharedStrings=sharedStrings", "styles=styles");
            parts.add(
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships>",
                    targets.size(),
                    i -> "<Relationship Id='%1$s' Type='%2$s%1$s' Target='%3$s.xml'/>"
                            .formatted(
                                    targets.get(i).split("=")[0],
                                    type,
                                    targets.get(i).split("=")[1]),
                    "</Relationships>");
            own.accept(parts);
            parts.fill("xl/worksheets/sheet1.xml", sheet);
            parts.fill("xl/sharedStrings.xml", "<sst/>");
            parts.fill("xl/styles.xml", "<styleSheet/>");
        }
        return out.toByteArray();
    }

    private record Parts(ZipOutputStream zip, List<String> names) {

        Parts(ZipOutputStream zip) {
            this(zip, new ArrayList<>());
        }

        void add(String name, String start, int count, IntFunction<String> each, String end) {
            names.add(name);
            try {
                zip.putNextEntry(new ZipEntry(name));
                Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                text.write(start);
                for (int i = 0; i < count; i++) {
                    text.write(each.apply(i));
                }
                text.write(end);
                text.flush();
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void fill(String name, String content) {
            if (!names.contains(name)) {
                add(name, content, 0, i -> "", "");
            }
        }
    }
}
