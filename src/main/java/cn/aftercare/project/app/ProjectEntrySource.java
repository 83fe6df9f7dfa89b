package cn.aftercare.project.app;

import cn.aftercare.project.ProjectEntry;
import java.util.List;

/** What one room has to tell for the warranty file of a project. Asks for no permission of its own. */
public interface ProjectEntrySource {

    /** In any order. */
    List<ProjectEntry> entries(String projectCode);
}
