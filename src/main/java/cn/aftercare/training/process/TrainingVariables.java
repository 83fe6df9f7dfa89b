package cn.aftercare.training.process;

import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingPolicy;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an instance of {@code owner-training} carries from its start. */
@Component
class TrainingVariables {

    private final ProjectService projects;
    private final TrainingPolicy policy;

    TrainingVariables(ProjectService projects, TrainingPolicy policy) {
        this.projects = projects;
        this.policy = policy;
    }

    Map<String, Object> of(Training training) {
        Project project = projects.find(training.projectCode()).orElseThrow();
        return Map.of(
                OwnerTrainingProcess.CASE_NO,
                training.number(),
                OwnerTrainingProcess.UNIT,
                training.unit(),
                OwnerTrainingProcess.PROJECT_CODE,
                project.code(),
                OwnerTrainingProcess.PROJECT_NAME,
                project.name(),
                OwnerTrainingProcess.TRAINING_DUE_AT,
                Date.from(training.dueAt()),
                OwnerTrainingProcess.TRAINING_REMIND_AT,
                Date.from(policy.rule(training.subject()).remindAt(training.startedAt())));
    }
}
