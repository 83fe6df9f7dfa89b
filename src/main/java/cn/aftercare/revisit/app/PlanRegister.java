package cn.aftercare.revisit.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Project;
import cn.aftercare.record.RevisitPlanRow;
import cn.aftercare.record.document.RevisitPlanWorkbook;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.app.DueVisits.Unplanned;
import cn.aftercare.revisit.persistence.PlanRegisterRepository;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly revisit plan of the units and how far it was carried out (R-39..R-50), as an Excel file. */
@Service
@Transactional(readOnly = true)
public class PlanRegister {

    private final PlanRegisterRepository register;
    private final PlanOverview overview;
    private final RevisitPlanWorkbook workbook;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    PlanRegister(
            PlanRegisterRepository register,
            PlanOverview overview,
            RevisitPlanWorkbook workbook,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.register = register;
        this.overview = overview;
        this.workbook = workbook;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The planning units whose plans the acting person may see.
     *
     * @param unit only this one; null or blank: all of them
     * @return null: every unit
     * @throws NotFoundException no such unit, or not for this person
     */
    public @Nullable Collection<String> units(@Nullable String unit) {
        return currentActor.get().visibleUnits(unit);
    }

    /**
     * Writes the lines of all plans of the year, and what is due in it, soon or overdue, and in no plan. A visit belongs to
     * the half-year of its plan, one in no plan to that of its due day.
     *
     * @param units null: all
     */
    public void write(@Nullable Collection<String> units, int year, OutputStream out) {
        Stream<RevisitPlanRow> unplanned = overview.flagged(null).stream()
                .filter(u -> u.due().day().getYear() == year && (units == null || units.contains(u.planningUnit())))
                .map(this::row);
        workbook.write(
                Stream.concat(register.rows(units, year, directory::unitName), unplanned), year, clock.instant(), out);
    }

    private RevisitPlanRow row(Unplanned u) {
        Project project = u.project();
        return new RevisitPlanRow(
                directory.unitName(u.planningUnit()),
                HalfYear.of(u.due().day()),
                null,
                project.code(),
                project.name(),
                project.ownerName(),
                project.managementMode(),
                null,
                u.due().day(),
                null,
                null,
                null,
                null,
                "未列入计划",
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                0,
                null);
    }
}
