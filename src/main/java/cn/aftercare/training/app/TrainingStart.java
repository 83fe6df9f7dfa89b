package cn.aftercare.training.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.ProjectStartSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A training somebody asks for. */
@Component
class TrainingStart implements ProjectStartSource {

    private final CurrentActor currentActor;

    TrainingStart(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Optional<ProjectStart> start(Project project) {
        return Optional.of(new ProjectStart("owner-training", "业主培训"))
                .filter(s -> project.closedOn() == null && TrainingTeam.has(currentActor.get(), project.unit()));
    }
}
