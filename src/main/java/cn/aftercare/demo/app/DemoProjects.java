package cn.aftercare.demo.app;

import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectImport;
import cn.aftercare.project.app.ProjectService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The demo projects: the packaged sheet, imported as an administrator does it, and what the sheet has no column for. */
@Service
public class DemoProjects {

    /** The sheet doubles as an example of its format. */
    static final String SHEET = "demo/projects.csv";

    /** The day the dates of the sheet were chosen for: on it one item ends soon, others have just ended. */
    static final LocalDate SHEET_DAY = LocalDate.of(2026, 11, 25);

    /** The example of the REST contract, with the dates it names. */
    private static final Set<String> FIXED = Set.of("NJ-2023-001");

    /** So long Nanjing's owners have been visited. */
    private static final int VISITED_DAYS = 80;

    private final ProjectImport sheets;
    private final ProjectService projects;

    DemoProjects(ProjectImport sheets, ProjectService projects) {
        this.sheets = sheets;
        this.projects = projects;
    }

    /** Whether there is any project; the acting person has to see all. */
    public boolean any() {
        return projects.list(null, null, 0, 1).total() > 0;
    }

    /** All projects; the acting person has to see all. */
    public List<Project> all() {
        return projects.all(null, null);
    }

    /**
     * Stores the projects; an administrator acts.
     *
     * @return how many
     */
    @Transactional
    public int store(LocalDate today) {
        int rows = sheets.run(sheet(), false).rows();
        long shift = ChronoUnit.DAYS.between(SHEET_DAY, today);
        for (Project project : projects.all(null, null)) {
            projects.save(completed(project, FIXED.contains(project.code()) ? 0 : shift));
            if (project.unit().equals("nanjing")) {
                // Nanjing has been visiting for some time; the others begin today.
                projects.registeredOn(project.code(), today.minusDays(VISITED_DAYS));
            }
        }
        return rows;
    }

    private static byte[] sheet() {
        try {
            return new ClassPathResource(SHEET).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHEET, e);
        }
    }

    /** With telephones, machines, and dates as far from today as those of the sheet were from its day. */
    private static Project completed(Project p, long shift) {
        return new Project(
                p.code(),
                p.name(),
                p.ownerName(),
                p.ownerContact(),
                p.ownerPhone(),
                p.address(),
                p.unit(),
                p.managementMode(),
                p.acceptedOn().plusDays(shift),
                p.projectManager(),
                p.supervisionAuthority(),
                p.designUnit(),
                p.scopeNote(),
                withPhones(p.team(), p.ownerPhone()),
                p.items().stream().map(item -> moved(item, shift)).toList(),
                machines(p),
                p.overrides(),
                p.closedOn());
    }

    private static WarrantyItem moved(WarrantyItem item, long shift) {
        return item.explicitEnd() == null
                ? item
                : new WarrantyItem(
                        item.category(), item.years(), item.explicitEnd().plusDays(shift));
    }

    /** Numbers nobody has: the owner's made-up number with another group of digits. */
    private static Team withPhones(Team team, String ownerPhone) {
        List<TeamMember> technicians = new ArrayList<>();
        for (TeamMember member : team.technicians()) {
            technicians.add(new TeamMember(
                    member.name(), "1390000" + ownerPhone.charAt(8) + "%03d".formatted(technicians.size() + 1)));
        }
        return new Team(
                team.managerId(),
                team.managerName(),
                team.substituteReason(),
                team.engineerId(),
                team.engineerName(),
                technicians);
    }

    private static List<Machine> machines(Project p) {
        List<Machine> machines = new ArrayList<>(Machine.standardSet());
        if (p.scopeNote() != null && p.scopeNote().contains("厅")) {
            machines.add(new Machine("移动升降平台", 1, "高大空间吊顶、灯具维修"));
        }
        return machines;
    }
}
