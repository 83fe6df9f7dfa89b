package cn.aftercare.project.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Project;
import cn.aftercare.project.Projects;
import cn.aftercare.project.WarrantyItem;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every statement of the calendar and project rooms once on the production database. */
class PostgresTest {

    @Test
    void storesFindsExportsAndImports() {
        try (RoomsContext rooms = RoomsContext.onPostgres()) {
            rooms.actAs(new Actor("admin", "管理员", true, Set.of(), Set.of()));
            CalendarService calendars = rooms.get(CalendarService.class);
            assertThat(calendars.importYear(2027, "date,type\n2027-01-01,OFF\n").changed())
                    .isTrue();
            assertThat(calendars.importYear(2027, "date,type\n2027-01-01,OFF\n").changed())
                    .isFalse();
            assertThat(calendars.importYear(2027, "date,type\n2027-01-04,OFF\n").changed())
                    .isTrue();
            assertThat(calendars.current().isWorkingDay(LocalDate.of(2027, 1, 4)))
                    .isFalse();
            assertThat(calendars.current().isWorkingDay(LocalDate.of(2025, 10, 11)))
                    .isTrue();

            ProjectService projects = rooms.get(ProjectService.class);
            Project project = Projects.accepted(
                    LocalDate.of(2023, 10, 15),
                    WarrantyItem.standard(DefectCategory.DECORATION),
                    new WarrantyItem(DefectCategory.ELECTRICAL, null, LocalDate.of(2028, 6, 30)));
            projects.save(project);
            projects.save(project);
            assertThat(projects.find(project.code())).contains(project);
            assertThat(projects.list("nanjing", "办公楼", 0, 20).total()).isEqualTo(1);
            assertThat(projects.list(null, "%", 0, 20).projects()).isEmpty();

            ProjectImport imports = rooms.get(ProjectImport.class);
            assertThat(imports.run(rooms.get(ProjectExport.class).xlsx(null, null), false)
                            .unchanged())
                    .isEqualTo(1);
        }
    }
}
