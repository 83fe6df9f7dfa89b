package cn.aftercare.quality.web;

import cn.aftercare.platform.web.Download;
import cn.aftercare.quality.app.QualitySheets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quality information as an Excel list, narrowed like the page. */
@RestController
class QualitySheetController {

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
        return Download.XLSX.of(
                sheets.xlsx(unit, filter.gradeCode(), filter.sourceCode(), filter.stateCode()), "质量信息.xlsx");
    }
}
