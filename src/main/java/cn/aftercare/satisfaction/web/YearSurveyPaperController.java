package cn.aftercare.satisfaction.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.web.Download;
import cn.aftercare.satisfaction.app.YearSurveyPapers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questionnaires of a year that go out on paper, to be printed together. */
@RestController
class YearSurveyPaperController {

    private final YearSurveyPapers papers;

    YearSurveyPaperController(YearSurveyPapers papers) {
        this.papers = papers;
    }

    /** @param file counted from 1 */
    @PersonalData(value = "年度满意度调查表", kind = AuditKind.EXPORT)
    @GetMapping("/api/year-surveys/{year:\\d{4}}/questionnaires-{file:\\d{1,3}}.docx")
    ResponseEntity<byte[]> questionnaires(
            @PathVariable("year") int year,
            @PathVariable("file") int file,
            @RequestParam(name = "unit", required = false) @Nullable String unit) {
        return Download.DOCX.of(papers.print(year, unit, Math.max(file, 1)), year + "年度满意度调查表_第" + file + "册.docx");
    }
}
