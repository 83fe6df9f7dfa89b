package cn.aftercare.survey.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.QuestionnairePaper;
import cn.aftercare.record.document.QuestionnaireDocument;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.SurveyStatus;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints a questionnaire for an owner who answers on paper (R-56..58). Nothing is kept of it. */
@Service
@Transactional(readOnly = true)
public class SurveyPapers {

    private final Surveys surveys;
    private final ProjectService projects;
    private final QuestionnaireDocument document;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    SurveyPapers(
            Surveys surveys,
            ProjectService projects,
            QuestionnaireDocument document,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.surveys = surveys;
        this.projects = projects;
        this.document = document;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Whether the acting person runs surveys of the unit: its own staff, and the quality department at HQ. */
    public boolean permitted(String unit) {
        Actor actor = currentActor.get();
        return actor.hasRole(unit, Role.values()) || actor.hasRole(Actor.HQ, Role.QUALITY);
    }

    /**
     * The questionnaire as a Word file.
     *
     * @throws NotFoundException no such survey, or not for this person
     * @throws ConflictException when it is not open any more
     */
    public byte[] print(String surveyNo) {
        Survey survey = surveys.visible(surveyNo);
        if (!permitted(survey.unit())) {
            throw new NotPermittedException("只有本单位人员和总部质量部门可以打印调查表");
        }
        if (survey.status() != SurveyStatus.OPEN) {
            throw new ConflictException(
                    "满意度调查 " + surveyNo + " 已是“" + survey.status().label() + "”,不再打印");
        }
        return document.write(paper(survey), clock.instant());
    }

    /** What is printed on the questionnaire of a survey. Asks for no permission of its own. */
    public QuestionnairePaper paper(Survey survey) {
        Project project = projects.find(survey.projectCode()).orElseThrow();
        return new QuestionnairePaper(
                survey.surveyNo(),
                survey.year(),
                project.name(),
                project.ownerName(),
                survey.contactName() + " " + survey.contactPhone(),
                project.projectManager(),
                directory.unitName(survey.unit()));
    }
}
