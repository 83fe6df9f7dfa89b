package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The sheet as csv: UTF-8, or GB18030 as Excel in China saves it. A value a spreadsheet would take for a formula is written
 * with a leading apostrophe, which reading takes off again.
 */
public final class CsvSheet {

    private static final String BOM = "\uFEFF";

    /** Commas and line ends: a row is in memory as a whole, and nothing but commas may be one row. */
    private static final int MAX_SEPARATORS = 1_000_000;

    private static final CSVFormat FORMAT = CSVFormat.EXCEL
            .builder()
            .setIgnoreEmptyLines(false)
            .setLenientEof(false)
            .setTrailingData(false)
            .get();
    private static final String RISKY = "[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern TO_ESCAPE = Pattern.compile("'*" + RISKY + ".*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'+" + RISKY + ".*", Pattern.DOTALL);

    private CsvSheet() {}

    static void read(byte[] content, Consumer<SheetRow> rows) {
        String text = decode(content);
        if (text.startsWith(BOM)) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            throw RejectedSheetException.file("文件既不是 .xlsx 也不是 .csv");
        }
        if (text.chars().filter(c -> c == ',' || c == '\n' || c == '\r').count() > MAX_SEPARATORS) {
            throw RejectedSheetException.file("文件内容过多,请只保留要导入的数据,并删除多余的空行和空列");
        }
        long read = 0;
        try (var parser = FORMAT.parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                List<Cell> cells = new ArrayList<>();
                row.forEach(value -> cells.add(cell(value)));
                rows.accept(new SheetRow((int) row.getRecordNumber(), cells));
                read++;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw RejectedSheetException.file("文件不是有效的 CSV,第" + (read + 1) + "行附近的引号不完整");
        }
    }

    public static byte[] write(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.append(BOM); // without it Excel reads UTF-8 as GBK
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvSheet::escape));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String value) {
        return TO_ESCAPE.matcher(value).matches() ? "'" + value : value;
    }

    private static Cell cell(String value) {
        if (ESCAPED.matcher(value).matches()) {
            return Cell.of(value.substring(1));
        }
        Cell cell = Cell.of(value);
        return cell.text().startsWith("=") ? Cell.faulty(cell.text(), Cell.FORMULA) : cell;
    }

    private static String decode(byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw RejectedSheetException.file("无法识别文件的文字编码,请另存为 UTF-8 的 CSV 或 .xlsx");
    }
}
