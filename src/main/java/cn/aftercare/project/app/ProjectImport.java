package cn.aftercare.project.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectsChanged;
import cn.aftercare.project.app.TeamSuccession.Seat;
import cn.aftercare.project.persistence.ProjectRepository;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.RejectedSheetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports the project sheet: all rows or none. */
@Service
public class ProjectImport {

    private final ProjectRepository repository;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<TeamSuccession> succession;

    ProjectImport(
            ProjectRepository repository,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            ObjectProvider<TeamSuccession> succession) {
        this.repository = repository;
        this.events = events;
        this.succession = succession;
        this.currentActor = currentActor;
    }

    /** Whether the acting person may import the projects of some unit. */
    public boolean permitted() {
        return permitted(currentActor.get(), repository.units());
    }

    private static boolean permitted(Actor actor, Set<String> units) {
        return actor.admin() || units.stream().anyMatch(unit -> actor.hasRole(unit, Role.PMD));
    }

    /**
     * Creates and updates the projects of the sheet; the same sheet again changes nothing. Whoever the sheet names instead of
     * somebody else takes over that person's open tasks, as by a change of people on the page.
     *
     * @param content xlsx, or csv in UTF-8 or GB18030
     * @param dryRun check and count, store nothing
     * @throws NotPermittedException unless an administrator or the PMD of a unit acts
     * @throws RejectedSheetException with every error of every row
     */
    @Transactional
    public ImportReport run(byte[] content, boolean dryRun) {
        Actor actor = currentActor.get();
        Set<String> units = repository.units();
        if (!permitted(actor, units)) {
            throw new NotPermittedException("只有管理员和管理单位的项目管理部可以导入工程");
        }
        List<CellError> errors = new ArrayList<>();
        ProjectRowReader reader =
                new ProjectRowReader(units, unit -> actor.admin() || actor.hasRole(unit, Role.PMD), errors);
        List<ProjectRow> rows = reader.read(content);
        List<String> codes = rows.stream().map(ProjectRow::code).toList();
        if (!dryRun) {
            repository.lock(codes);
        }
        Map<String, Project> stored =
                repository.findAll(codes).stream().collect(Collectors.toMap(Project::code, Function.identity()));
        Map<String, String> mails = repository.ownerMails(codes);
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (ProjectRow row : rows) {
            Project before = stored.get(row.code());
            if (before != null && !actor.admin() && !actor.hasRole(before.unit(), Role.PMD)) {
                errors.add(CellError.cell(row.number(), SheetColumn.CODE.header(), row.code(), "已属于其他管理单位,只有管理员可以改"));
                continue;
            }
            Project merged = row.onto(before);
            for (FieldError contradiction : row.contradictions(merged)) {
                errors.add(CellError.cell(row.number(), contradiction.field(), "", contradiction.message()));
            }
            if (before == null) {
                changes.created().add(merged);
            } else if (!before.equals(merged) || newMail(row, mails)) {
                changes.updated().add(merged);
                changes.successions().addAll(successions(row, before, merged, errors));
            }
            if (newMail(row, mails)) {
                changes.mails().put(row.code(), row.ownerMail());
            }
            warn(row, merged, reader.warnings());
        }
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(CellError::row));
            throw new RejectedSheetException(errors);
        }
        if (!dryRun) {
            store(changes);
        }
        changes.successions().forEach(s -> reader.warnings().add(told(s, dryRun)));
        int created = changes.created().size();
        int updated = changes.updated().size();
        return new ImportReport(
                dryRun, created, updated, rows.size() - created - updated, rows.size(), List.copyOf(reader.warnings()));
    }

    /** Another person for a project whose cases may be under way. */
    private record Succession(int row, Project before, Project after, Seat seat) {}

    private List<Succession> successions(ProjectRow row, Project before, Project after, List<CellError> errors) {
        if (before.closedOn() != null || succession.getIfAvailable() == null) {
            return List.of();
        }
        List<Succession> found = new ArrayList<>();
        for (Seat seat : Seat.values()) {
            String login = seat.of(after.team());
            if (!Objects.equals(seat.of(before.team()), login)) {
                found.add(new Succession(row.number(), before, after, seat));
                if (login != null) {
                    succession
                            .getObject()
                            .refusal(after, seat, login)
                            .ifPresent(reason -> errors.add(
                                    CellError.cell(row.number(), seat.column().header(), login, reason)));
                }
            }
        }
        return found;
    }

    private String told(Succession s, boolean dryRun) {
        String change = "第" + s.row() + "行 " + s.after().code() + ":" + s.seat().label() + "由"
                + login(s.seat().of(s.before().team())) + "改为"
                + login(s.seat().of(s.after().team()));
        return dryRun
                ? change + ",导入时移交未办任务"
                : change + ",移交未办任务 " + succession.getObject().succeeded(s.before(), s.after(), s.seat()) + " 项";
    }

    private static String login(@Nullable String login) {
        return login == null ? "本单位岗位" : login;
    }

    private static void warn(ProjectRow row, Project merged, List<String> warnings) {
        if (row.technicians() != null) {
            merged.team().warnings().forEach(w -> warnings.add("第" + row.number() + "行 " + row.code() + ":" + w));
        }
    }

    private void store(Changes changes) {
        try {
            if (!changes.created().isEmpty()) {
                repository.insert(changes.created());
            }
            if (!changes.updated().isEmpty()) {
                repository.update(changes.updated());
                events.publishEvent(new ProjectsChanged(
                        changes.updated().stream().map(Project::code).toList()));
            }
            changes.mails().forEach(repository::ownerMail);
        } catch (DuplicateKeyException e) {
            throw new ConflictException("同样的工程刚刚由他人导入,请重试");
        }
    }

    /** A sheet without the column changes no mail address. */
    private static boolean newMail(ProjectRow row, Map<String, String> stored) {
        return row.ownerMail() != null && !row.ownerMail().equals(stored.getOrDefault(row.code(), ""));
    }

    private record Changes(
            List<Project> created, List<Project> updated, Map<String, String> mails, List<Succession> successions) {}
}
