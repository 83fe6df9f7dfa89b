package cn.aftercare.survey.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.web.Download;
import cn.aftercare.platform.web.YearNumber;
import cn.aftercare.survey.app.SurveyFigures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The satisfaction scores as an Excel file. */
@RestController
class SatisfactionScoresController {

    private final SurveyFigures figures;

    SatisfactionScoresController(SurveyFigures figures) {
        this.figures = figures;
    }

    @PersonalData(value = "满意度得分表", kind = AuditKind.EXPORT)
    @GetMapping("/api/satisfaction-scores.xlsx")
    ResponseEntity<byte[]> scores(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "year", required = false) String year) {
        return Download.XLSX.of(figures.xlsx(unit, YearNumber.of(year)), "满意度得分.xlsx");
    }
}
