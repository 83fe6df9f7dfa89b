package cn.aftercare.record.document;

import java.io.OutputStream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook of many rows: all but the last ones are in a temporary file, and memory does not grow with their number. */
final class StreamedWorkbook extends SXSSFWorkbook {

    private static final int ROWS_IN_MEMORY = 200;

    StreamedWorkbook() {
        super(ROWS_IN_MEMORY);
        // Plain zip: some readers stumble over Zip64 entries, and nothing we write comes near 4 GB.
        setZip64Mode(Zip64Mode.AsNeeded);
    }

    /** Compressing was most of the work of a large register; packed quickly, the file is a quarter larger. */
    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
        archive.setLevel(Deflater.BEST_SPEED);
        return archive;
    }
}
