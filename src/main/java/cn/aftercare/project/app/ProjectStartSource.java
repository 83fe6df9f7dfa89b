package cn.aftercare.project.app;

import cn.aftercare.project.Project;
import java.util.Optional;

/** What the acting person may start for a project in one room. */
public interface ProjectStartSource {

    /** Empty when there is nothing to start, or not for this person. */
    Optional<ProjectStart> start(Project project);
}
