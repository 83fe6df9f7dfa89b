package cn.aftercare.record.app;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.WarrantyEnd;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.Attachment;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.ProjectFileData;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.document.ProjectFileWorkbook;
import cn.aftercare.record.persistence.AttachmentRepository;
import cn.aftercare.record.persistence.RecordRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The whole warranty file of a project as one archive for the project management department: a table of
 * contents, every record, every file. One paper after the other: memory does not grow with their number.
 */
@Service
public class ProjectFileExport {

    private final ProjectService projects;
    private final ProjectFile file;
    private final Dossiers dossiers;
    private final RecordRepository records;
    private final AttachmentRepository attachments;
    private final ProjectFileWorkbook workbook;
    private final CalendarService calendars;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProjectFileExport(
            ProjectService projects,
            ProjectFile file,
            Dossiers dossiers,
            RecordRepository records,
            AttachmentRepository attachments,
            ProjectFileWorkbook workbook,
            CalendarService calendars,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.projects = projects;
        this.file = file;
        this.dossiers = dossiers;
        this.records = records;
        this.attachments = attachments;
        this.workbook = workbook;
        this.calendars = calendars;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The project, if the acting person may take its file out.
     *
     * @throws cn.aftercare.problem.NotFoundException no such project, or not for this person
     * @throws NotPermittedException the person is neither of the unit's nor of HQ's project management, nor administrator
     */
    public Project project(String code) {
        Project project = projects.visible(code);
        if (!permitted(project)) {
            throw new NotPermittedException("只有项目管理部可以导出保修业务档案");
        }
        return project;
    }

    public boolean permitted(Project project) {
        Actor actor = currentActor.get();
        return actor.admin()
                || Stream.of(project.unit(), Actor.HQ)
                        .anyMatch(unit -> actor.hasRole(unit, Role.PMD, Role.PMD_MANAGER, Role.PERFORMANCE_OFFICER));
    }

    /** Writes the archive to {@code out}, which stays open. */
    public void write(Project project, OutputStream out) throws IOException {
        Map<String, String> names = names(project);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "保修业务档案.xlsx", workbook.write(data(project, names)));
        for (Map.Entry<String, String> paper : names.entrySet()) {
            add(zip, paper.getValue(), content(paper.getKey()));
        }
        zip.finish();
    }

    private byte[] content(String path) {
        return path.startsWith(RecordEntries.RECORDS)
                ? records.content(path.substring(RecordEntries.RECORDS.length()).replace(".docx", ""))
                : attachments.content(path.substring(RecordEntries.ATTACHMENTS.length()));
    }

    private void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(clock.instant(), clock.getZone()));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Where each paper lies in the archive, by its path on the pages: a folder for each case, no name twice. */
    private Map<String, String> names(Project project) {
        Actor actor = currentActor.get();
        List<String> visible = dossiers.ofProject(project.code()).stream()
                .filter(d -> actor.maySee(d.unit()))
                .map(Dossier::number)
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (RecordEntry r : records.ofProject(project.code())) {
            if (actor.maySee(r.unit())) {
                names.put(RecordEntries.path(r), free(taken, r.caseNo() + "/" + r.fileName()));
            }
        }
        for (Attachment a : attachments.of(visible)) {
            names.put(
                    RecordEntries.path(a),
                    free(taken, a.caseNo() + "/" + a.purpose().label() + "-" + a.fileName()));
        }
        return names;
    }

    private static String free(Set<String> taken, String wanted) {
        String name = wanted;
        int dot = wanted.lastIndexOf('.');
        for (int n = 2; !taken.add(name); n++) {
            name = wanted.substring(0, dot) + "(" + n + ")" + wanted.substring(dot);
        }
        return name;
    }

    private ProjectFileData data(Project p, Map<String, String> names) {
        WorkingCalendar calendar = calendars.current();
        return new ProjectFileData(
                p.name(),
                facts(p),
                p.items().stream().map(i -> item(p, i, calendar)).toList(),
                team(p),
                file.entries(p.code()).stream()
                        .sorted(Comparator.comparing(ProjectEntry::at))
                        .map(e -> new ProjectFileData.Entry(
                                e.at(), e.kind().label(), e.title(), e.detail(), names.get(e.path())))
                        .toList(),
                clock.instant());
    }

    private List<ProjectFileData.Fact> facts(Project p) {
        List<ProjectFileData.Fact> facts = new ArrayList<>();
        facts.add(new ProjectFileData.Fact("工程编号", p.code()));
        facts.add(new ProjectFileData.Fact("工程名称", p.name()));
        facts.add(new ProjectFileData.Fact("业主名称", p.ownerName()));
        facts.add(new ProjectFileData.Fact("业主联系人", p.ownerContact()));
        facts.add(new ProjectFileData.Fact("业主电话", p.ownerPhone()));
        facts.add(new ProjectFileData.Fact("工程地点", p.address()));
        facts.add(new ProjectFileData.Fact("管理单位", directory.unitName(p.unit())));
        facts.add(new ProjectFileData.Fact("管理方式", p.managementMode().label()));
        facts.add(new ProjectFileData.Fact("竣工验收日期", p.acceptedOn().toString()));
        facts.add(new ProjectFileData.Fact("项目经理", p.projectManager()));
        facts.add(new ProjectFileData.Fact("质量监督机构", p.supervisionAuthority()));
        facts.add(new ProjectFileData.Fact("原设计单位", p.designUnit()));
        facts.add(new ProjectFileData.Fact("施工范围", p.scopeNote()));
        facts.add(new ProjectFileData.Fact(
                "维修机械",
                p.machines().stream()
                        .map(m -> m.name() + " × " + m.quantity() + "(" + m.purpose() + ")")
                        .collect(Collectors.joining("、"))));
        facts.add(new ProjectFileData.Fact(
                "关闭日期", p.closedOn() == null ? null : p.closedOn().toString()));
        return facts;
    }

    private static ProjectFileData.Item item(Project p, WarrantyItem item, WorkingCalendar calendar) {
        WarrantyEnd end = item.end(p.acceptedOn(), calendar);
        return new ProjectFileData.Item(
                item.category().label(),
                item.explicitEnd() != null ? "按保修书约定" : item.years() + " 年",
                end.lastDay(),
                end.provisional());
    }

    private static List<ProjectFileData.Person> team(Project p) {
        List<ProjectFileData.Person> team = new ArrayList<>();
        team.add(person("维保经理", p.team().managerName(), p.team().substituteReason()));
        team.add(person("专业工程师", p.team().engineerName(), null));
        p.team().technicians().forEach(t -> team.add(person("专职维修技工", t.name(), t.phone())));
        return team;
    }

    private static ProjectFileData.Person person(String role, @Nullable String name, @Nullable String remark) {
        return new ProjectFileData.Person(role, name == null ? "未指定" : name, remark);
    }
}
