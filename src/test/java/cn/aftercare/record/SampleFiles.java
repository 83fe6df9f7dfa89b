package cn.aftercare.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of real files, followed by something that makes each one different. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] jpeg(String mark) {
        return bytes("\u00FF\u00D8\u00FF\u00E0" + mark);
    }

    public static byte[] png(String mark) {
        return bytes("\u0089PNG\r\n\u001A\n" + mark);
    }

    public static byte[] webp() {
        return bytes("RIFF\u0010\u0000\u0000\u0000WEBPVP8 ");
    }

    public static byte[] heic() {
        return bytes("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic");
    }

    public static byte[] genericHeic() {
        return bytes("\u0000\u0000\u0000\u0018ftypmif1\u0000\u0000\u0000\u0000mif1heic");
    }

    public static byte[] avif() {
        return bytes("\u0000\u0000\u0000\u0018ftypmif1\u0000\u0000\u0000\u0000mif1avif");
    }

    public static byte[] pdf() {
        return bytes("%PDF-1.7\n");
    }

    public static byte[] html() {
        return bytes("<html><script>alert(1)</script>");
    }

    public static byte[] padded(byte[] start, int size) {
        return Arrays.copyOf(start, size);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
