package cn.aftercare.inspection.web;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.ReportSheets;
import cn.aftercare.platform.web.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A monthly report of rectification as an Excel file: as filed, or as it stands. */
@RestController
class RectificationSheetController {

    private final MonthlyReports reports;
    private final ReportSheets sheets;

    RectificationSheetController(MonthlyReports reports, ReportSheets sheets) {
        this.reports = reports;
        this.sheets = sheets;
    }

    @GetMapping("/api/rectification-reports/{reportNo}.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable("reportNo") String reportNo) {
        RectificationReport report = reports.visible(reportNo);
        return Download.XLSX.of(sheets.xlsx(report), "整改情况报送-" + reportNo + ".xlsx");
    }
}
