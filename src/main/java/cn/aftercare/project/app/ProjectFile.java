package cn.aftercare.project.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectEntry;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The warranty file 保修业务档案 of a project: whatever happened there, in time order, from every room. */
@Service
@Transactional(readOnly = true)
public class ProjectFile {

    private final List<ProjectEntrySource> sources;
    private final List<ProjectStartSource> starts;
    private final CurrentActor currentActor;

    ProjectFile(List<ProjectEntrySource> sources, List<ProjectStartSource> starts, CurrentActor currentActor) {
        this.sources = sources;
        this.starts = starts;
        this.currentActor = currentActor;
    }

    /** One page of the file; pages count from 0. */
    public record Page(List<ProjectEntry> entries, int page, long pages, long total) {}

    /**
     * What the acting person may see of it, newest first. The caller has checked that the project may be seen.
     *
     * @param kind null: all
     */
    public Page page(String projectCode, @Nullable EntryKind kind, int page, int size) {
        List<ProjectEntry> all = entries(projectCode).stream()
                .filter(e -> kind == null || e.kind() == kind)
                .toList();
        int from = (int) Math.min((long) page * size, all.size());
        return new Page(
                all.subList(from, Math.min(from + size, all.size())), page, (all.size() + size - 1) / size, all.size());
    }

    /** All of it, newest first. */
    public List<ProjectEntry> entries(String projectCode) {
        Actor actor = currentActor.get();
        return sources.stream()
                .flatMap(source -> source.entries(projectCode).stream())
                .filter(e -> actor.maySee(e.unit()))
                .sorted(Comparator.comparing(ProjectEntry::at).reversed().thenComparing(ProjectEntry::title))
                .toList();
    }

    /** What the acting person may start for the project. */
    public List<ProjectStart> starts(Project project) {
        return starts.stream()
                .flatMap(source -> source.start(project).stream())
                .sorted(Comparator.comparing(ProjectStart::process))
                .toList();
    }
}
