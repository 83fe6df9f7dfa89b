package cn.aftercare.training.persistence;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectEntrySource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The trainings of a project's owner. */
@Component
class TrainingEntries implements ProjectEntrySource, OpenMatters {

    private final TrainingRepository trainings;

    TrainingEntries(TrainingRepository trainings) {
        this.trainings = trainings;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return trainings.trainingsOf(projectCode).stream()
                .map(t -> new ProjectEntry(
                        t.startedAt(),
                        EntryKind.TRAINING,
                        t.unit(),
                        "业主培训 " + t.number(),
                        t.subject().label() + " · " + t.stage().label() + " · " + t.occasion(),
                        "/training/" + t.number()))
                .toList();
    }

    /** The trainings of a project the owner has not signed off. */
    @Override
    public List<String> open(String projectCode) {
        return trainings.openNumbers(projectCode);
    }
}
