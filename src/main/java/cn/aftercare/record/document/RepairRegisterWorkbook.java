package cn.aftercare.record.document;

import cn.aftercare.record.RegisterHeader;
import cn.aftercare.record.RegisterRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the repair register 《维修统计表》 as an Excel file. Rows are streamed: memory does not grow with their
 * number. Times are real Asia/Shanghai date cells, amounts real CNY numbers.
 */
@Component
public class RepairRegisterWorkbook {

    /** Writes the file to {@code out}, which stays open. The stream of rows is closed. */
    public void write(Stream<RegisterRow> rows, RegisterHeader header, OutputStream out) {
        try (rows) {
            write(rows.iterator(), header, out);
        }
    }

    /** Writes the file to {@code out}, which stays open; nothing is written before the last row has been read. */
    public void write(Iterator<RegisterRow> rows, RegisterHeader header, OutputStream out) {
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            RegisterSheet sheet = new RegisterSheet(workbook, header);
            rows.forEachRemaining(sheet::add);
            sheet.finish();
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
