package cn.aftercare.survey.app;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.SurveyRecordData;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.SurveyRecordDocument;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.SurveyReply;
import org.springframework.stereotype.Component;

/** Draws up 《项目满意度调查记录表》 of an answered survey (R-56..58). */
@Component
class SurveyRecords {

    private final RecordArchive archive;
    private final SurveyRecordDocument document;
    private final ProjectService projects;
    private final Directory directory;

    SurveyRecords(RecordArchive archive, SurveyRecordDocument document, ProjectService projects, Directory directory) {
        this.archive = archive;
        this.document = document;
        this.projects = projects;
        this.directory = directory;
    }

    /** Archives the record; returns its number. */
    String archive(Survey survey, Survey.Answered answered) {
        Project project = projects.find(survey.projectCode()).orElseThrow();
        SurveyReply reply = answered.reply();
        return archive.archive(
                        RecordKind.SURVEY_RECORD,
                        survey.dossier(),
                        filing -> document.write(new SurveyRecordData(
                                filing.recordNo(),
                                survey.surveyNo(),
                                project.name(),
                                project.ownerName(),
                                survey.contactName() + " " + survey.contactPhone(),
                                project.projectManager(),
                                reply,
                                answered.origin(directory::displayName),
                                filing.createdAt())))
                .recordNo();
    }
}
