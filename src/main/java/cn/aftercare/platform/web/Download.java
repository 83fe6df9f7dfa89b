package cn.aftercare.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to keep as an answer. No cache keeps it: what is in it depends on who asks. */
public enum Download {
    CSV("text/csv;charset=UTF-8"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ZIP("application/zip");

    private final MediaType type;

    Download(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    public ResponseEntity<byte[]> of(byte[] content, String fileName) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .body(content);
    }

    /** For a file that is written piece by piece. Whatever may refuse it must have done so: from here on it is a file. */
    public OutputStream into(HttpServletResponse response, String fileName) throws IOException {
        response.setContentType(type.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName));
        return response.getOutputStream();
    }

    private static String disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
