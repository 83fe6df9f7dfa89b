package cn.aftercare.quality.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.ProjectStartSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Quality information is taken down from the page of its project. */
@Component
class QualityStart implements ProjectStartSource {

    private final CurrentActor currentActor;

    QualityStart(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Optional<ProjectStart> start(Project project) {
        return Optional.of(new ProjectStart("quality-feedback", "登记质量信息"))
                .filter(s -> QualityItems.mayReport(currentActor.get(), project));
    }
}
