package cn.aftercare.handover.app;

import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.ProjectStartSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A project that was not handed over here yet, by the project management department of its unit. */
@Component
class HandoverStart implements ProjectStartSource {

    private final Handovers handovers;

    HandoverStart(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public Optional<ProjectStart> start(Project project) {
        return Optional.of(new ProjectStart("project-handover", "工程交付")).filter(s -> handovers.startable(project));
    }
}
