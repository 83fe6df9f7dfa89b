package cn.aftercare.survey.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.web.Download;
import cn.aftercare.survey.app.SurveyPapers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The questionnaire of a survey, to be printed. */
@RestController
class SurveyPaperController {

    private final SurveyPapers papers;

    SurveyPaperController(SurveyPapers papers) {
        this.papers = papers;
    }

    @PersonalData(value = "满意度调查表", kind = AuditKind.EXPORT)
    @GetMapping("/api/surveys/{surveyNo}/questionnaire.docx")
    ResponseEntity<byte[]> questionnaire(@PathVariable("surveyNo") String surveyNo) {
        return Download.DOCX.of(papers.print(surveyNo), "项目满意度调查表_" + surveyNo + ".docx");
    }
}
