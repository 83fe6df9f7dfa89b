package cn.aftercare.project.app;

import cn.aftercare.project.Project;
import cn.aftercare.project.TeamMember;
import cn.aftercare.sheet.CsvSheet;
import cn.aftercare.sheet.XlsxSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Writes the projects the acting person may see as the sheet that {@link ProjectImport} reads. */
@Service
public class ProjectExport {

    private final ProjectService projects;

    ProjectExport(ProjectService projects) {
        this.projects = projects;
    }

    /** @param unit only this unit, or null; {@code text} as in {@link ProjectService#list} */
    public byte[] xlsx(String unit, String text) {
        return XlsxSheet.write("工程", rows(unit, text), Set.of(SheetColumn.ACCEPTED_ON.ordinal()), List.of());
    }

    public byte[] csv(String unit, String text) {
        return CsvSheet.write(rows(unit, text));
    }

    private List<List<String>> rows(String unit, String text) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.stream(SheetColumn.values()).map(SheetColumn::header).toList());
        List<Project> all = projects.all(unit, text);
        Map<String, String> mails =
                projects.ownerMails(all.stream().map(Project::code).toList());
        for (Project project : all) {
            rows.add(Arrays.stream(SheetColumn.values())
                    .map(column ->
                            column == SheetColumn.OWNER_MAIL ? mails.get(project.code()) : value(project, column))
                    .map(value -> value == null ? "" : value)
                    .toList());
        }
        return rows;
    }

    private static String value(Project p, SheetColumn column) {
        return switch (column) {
            case CODE -> p.code();
            case NAME -> p.name();
            case OWNER_NAME -> p.ownerName();
            case OWNER_CONTACT -> p.ownerContact();
            case OWNER_PHONE -> p.ownerPhone();
            case ADDRESS -> p.address();
            case UNIT -> p.unit();
            case MODE -> p.managementMode().label();
            case ACCEPTED_ON -> p.acceptedOn().toString();
            case PROJECT_MANAGER -> p.projectManager();
            case ITEMS -> SheetNotation.items(p.items());
            case AUTHORITY -> p.supervisionAuthority();
            case DESIGN_UNIT -> p.designUnit();
            case SCOPE_NOTE -> p.scopeNote();
            case MANAGER -> p.team().managerName();
            case MANAGER_LOGIN -> p.team().managerId();
            case SUBSTITUTE_REASON -> p.team().substituteReason();
            case ENGINEER -> p.team().engineerName();
            case ENGINEER_LOGIN -> p.team().engineerId();
            case TECHNICIANS ->
                p.team().technicians().stream().map(TeamMember::name).collect(Collectors.joining(";"));
            case CLOCKS -> SheetNotation.clocks(p.overrides());
            case OWNER_MAIL -> throw new IllegalArgumentException("kept beside the project");
        };
    }
}
