package cn.aftercare.record.document;

import cn.aftercare.record.RegisterHeader;
import cn.aftercare.record.RegisterRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes the repair register 《维修统计表》 as an Excel file. Rows are streamed: memory does not grow with their
 * number. Times are real Asia/Shanghai date cells, amounts real CNY numbers.
 */
@Component
public class RepairRegisterWorkbook {

    private static final int ROWS_IN_MEMORY = 200;

    /** Writes the file to {@code out}, which stays open. The stream of rows is closed. */
    public void write(Stream<RegisterRow> rows, RegisterHeader header, OutputStream out) {
        try (rows) {
            write(rows.iterator(), header, out);
        }
    }

    /** Writes the file to {@code out}, which stays open; nothing is written before the last row has been read. */
    public void write(Iterator<RegisterRow> rows, RegisterHeader header, OutputStream out) {
        try (SXSSFWorkbook workbook = new QuicklyPacked()) {
            // Plain zip: some readers stumble over Zip64 entries, and no register comes near 4 GB.
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            RegisterSheet sheet = new RegisterSheet(workbook, header);
            rows.forEachRemaining(sheet::add);
            sheet.finish();
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compressing was most of the work of a large register; packed quickly, the file is a quarter larger. */
    private static final class QuicklyPacked extends SXSSFWorkbook {

        QuicklyPacked() {
            super(ROWS_IN_MEMORY);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
            archive.setLevel(Deflater.BEST_SPEED);
            return archive;
        }
    }
}
