package cn.aftercare.quality.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import cn.aftercare.quality.persistence.QualityListRepository;
import cn.aftercare.quality.persistence.QualityListRepository.Filter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The items the acting person may see. */
@Service
@Transactional(readOnly = true)
public class QualityList {

    /** More than any sheet somebody would read. */
    private static final int ALL = 20_000;

    private final QualityListRepository items;
    private final ProjectService projects;
    private final CurrentActor currentActor;

    QualityList(QualityListRepository items, ProjectService projects, CurrentActor currentActor) {
        this.items = items;
        this.projects = projects;
        this.currentActor = currentActor;
    }

    /** An item and the project it comes from. */
    public record Line(QualityItem item, Project project) {}

    public record Found(List<Line> lines, long total) {}

    /**
     * One page.
     *
     * @param unit null or blank: all the person may see
     * @throws NotFoundException for a unit the person may not see
     */
    public Found page(
            @Nullable String unit,
            @Nullable QualityGrade grade,
            @Nullable QualitySource source,
            @Nullable QualityState state,
            int page,
            int size) {
        Filter filter = new Filter(currentActor.get().visibleUnits(unit), grade, source, state);
        return new Found(lines(items.list(filter, (long) page * size, size)), items.count(filter));
    }

    /** All of them. */
    public List<Line> all(
            @Nullable String unit,
            @Nullable QualityGrade grade,
            @Nullable QualitySource source,
            @Nullable QualityState state) {
        return lines(items.list(new Filter(currentActor.get().visibleUnits(unit), grade, source, state), 0, ALL));
    }

    private List<Line> lines(List<QualityItem> found) {
        Map<String, Project> byCode =
                projects
                        .findAll(found.stream()
                                .map(QualityItem::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, p -> p));
        return found.stream().map(i -> new Line(i, byCode.get(i.projectCode()))).toList();
    }
}
