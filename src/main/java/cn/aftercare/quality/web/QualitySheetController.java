package cn.aftercare.quality.web;

import cn.aftercare.quality.app.QualitySheets;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quality information as an Excel list, narrowed like the page. */
@RestController
class QualitySheetController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final QualitySheets sheets;

    QualitySheetController(QualitySheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/api/quality-items.xlsx")
    ResponseEntity<byte[]> items(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "grade", required = false) String grade,
            @RequestParam(name = "source", required = false) String source,
            @RequestParam(name = "state", required = false) String state) {
        QualityFilter filter = new QualityFilter(unit, grade, source, state);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("质量信息.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(sheets.xlsx(unit, filter.gradeCode(), filter.sourceCode(), filter.stateCode()));
    }
}
