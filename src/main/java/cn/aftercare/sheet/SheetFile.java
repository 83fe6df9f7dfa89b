package cn.aftercare.sheet;

import java.util.function.Consumer;

/** Reads the rows of an uploaded file, xlsx or csv by its content; the name of the file does not matter. */
final class SheetFile {

    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private SheetFile() {}

    /**
     * Hands over the header row and the rows below it, blank ones included, one after the other: a small file can hold
     * more of them than the memory.
     *
     * @throws RejectedSheetException if the file cannot be read
     */
    static void read(byte[] content, Consumer<SheetRow> rows) {
        if (content.length == 0) {
            throw RejectedSheetException.file("文件是空的");
        }
        if (content.length > MAX_BYTES) {
            throw RejectedSheetException.file("文件不能超过 10 MB");
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw RejectedSheetException.file("不支持旧版 .xls 或加密的文件,请另存为未加密的 .xlsx");
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            XlsxReader.read(content, rows);
        } else {
            CsvSheet.read(content, rows);
        }
    }

    private static boolean startsWith(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
