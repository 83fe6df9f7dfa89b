package cn.aftercare.inspection.web;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.ReportSheets;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A monthly report of rectification as an Excel file: as filed, or as it stands. */
@RestController
class RectificationSheetController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final MonthlyReports reports;
    private final ReportSheets sheets;

    RectificationSheetController(MonthlyReports reports, ReportSheets sheets) {
        this.reports = reports;
        this.sheets = sheets;
    }

    @GetMapping("/api/rectification-reports/{reportNo}.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable("reportNo") String reportNo) {
        RectificationReport report = reports.visible(reportNo);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("整改情况报送-" + reportNo + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(sheets.xlsx(report));
    }
}
