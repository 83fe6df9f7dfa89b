package cn.aftercare.repair.app;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.ProjectStartSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The after-sales specialist takes a report at a project down, until the project is closed. */
@Component
class ReportStart implements ProjectStartSource {

    private final CurrentActor currentActor;

    ReportStart(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Optional<ProjectStart> start(Project project) {
        return Optional.of(new ProjectStart("repair", "登记报修"))
                .filter(s ->
                        project.closedOn() == null && currentActor.get().hasRole(project.unit(), Role.AFTER_SALES));
    }
}
