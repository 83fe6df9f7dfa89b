package cn.aftercare.revisit.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.ProjectStartSource;
import cn.aftercare.revisit.RevisitAuthority;
import cn.aftercare.revisit.VisitTeam;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A visit nobody planned, by the unit that visits the project. */
@Component
class VisitStart implements ProjectStartSource {

    private final RevisitAuthority authority;
    private final CurrentActor currentActor;

    VisitStart(RevisitAuthority authority, CurrentActor currentActor) {
        this.authority = authority;
        this.currentActor = currentActor;
    }

    @Override
    public Optional<ProjectStart> start(Project project) {
        String unit = authority.rule(project.managementMode()).planningUnit(project);
        return Optional.of(new ProjectStart("revisit", "不定期回访"))
                .filter(s -> project.closedOn() == null && currentActor.get().hasRole(unit, VisitTeam.STARTERS));
    }
}
