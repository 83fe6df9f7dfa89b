package cn.aftercare.consultation.app;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.ProjectStartSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The after-sales specialist takes a question about a project down, whether it is closed or not. */
@Component
class ConsultationStart implements ProjectStartSource {

    private final CurrentActor currentActor;

    ConsultationStart(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Optional<ProjectStart> start(Project project) {
        return Optional.of(new ProjectStart("technical-consultation", "技术咨询"))
                .filter(s -> currentActor.get().hasRole(project.unit(), Role.AFTER_SALES));
    }
}
