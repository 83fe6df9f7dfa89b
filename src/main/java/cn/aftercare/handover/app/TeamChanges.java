package cn.aftercare.handover.app;

import cn.aftercare.handover.TeamPeriod;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.TakingOver.Successor;
import cn.aftercare.handover.persistence.TeamPeriodRepository;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People leave and others take over (R-24, R-25, R-59..61): open tasks and what comes later go to the successor, and it stays
 * on record who was responsible when.
 */
@Service
@Transactional
public class TeamChanges {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MAX_REASON = 500;

    private final TeamPeriodRepository periods;
    private final ProjectTeam team;
    private final TakingOver takingOver;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    TeamChanges(
            TeamPeriodRepository periods,
            ProjectTeam team,
            TakingOver takingOver,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.periods = periods;
        this.team = team;
        this.takingOver = takingOver;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What a person typed, to be checked. */
    public record Draft(
            @Nullable String role,
            @Nullable String userId,
            @Nullable String fromOn,
            @Nullable String reason) {}

    /** @param movedTasks open tasks that went to the successor */
    public record Change(TeamRole role, String name, int movedTasks) {}

    /**
     * Somebody takes over from a day on, at the latest today; the tasks change hands now.
     *
     * @throws InvalidInputException naming every field that is wrong
     * @throws NotPermittedException unless the PMD of the project's unit acts
     * @throws ConflictException when the project is closed
     */
    public Change replace(String projectCode, Draft draft) {
        projects.lock(projectCode);
        Project project = projects.visible(projectCode);
        requireMayChange(project);
        List<FieldError> errors = new ArrayList<>();
        String reason = reason(draft.reason(), errors);
        TeamRole role = role(draft.role(), errors);
        if (role == null) {
            throw new InvalidInputException(errors);
        }
        Optional<TeamPeriod> before = team.holder(project, role);
        Person person = person(project, role, draft.userId(), before, errors);
        LocalDate fromOn = fromOn(draft.fromOn(), before, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return takeOver(project, role, before, person, fromOn, reason);
    }

    /**
     * The two post-warranty managers are named, from today on. Whoever is named already stays.
     *
     * @throws InvalidInputException naming the field: two different people of the unit are needed
     */
    public void namePostWarranty(Project project, String first, String second, String reason) {
        List<FieldError> errors = new ArrayList<>();
        Person one = staff(project, "firstManager", TeamRole.POST_WARRANTY_FIRST, first, errors);
        Person two = staff(project, "secondManager", TeamRole.POST_WARRANTY_SECOND, second, errors);
        if (first.equals(second)) {
            errors.add(new FieldError("secondManager", "过保管理人员(二):两名过保管理人员不能是同一人"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        name(project, TeamRole.POST_WARRANTY_FIRST, one, reason);
        name(project, TeamRole.POST_WARRANTY_SECOND, two, reason);
    }

    private void name(Project project, TeamRole role, Person person, String reason) {
        Optional<TeamPeriod> before = team.holder(project, role);
        if (before.filter(p -> person.id().equals(p.userId())).isEmpty()) {
            takeOver(project, role, before, person, today(), reason);
        }
    }

    private Change takeOver(
            Project project,
            TeamRole role,
            Optional<TeamPeriod> before,
            Person person,
            LocalDate fromOn,
            String reason) {
        if (!role.postWarranty()) {
            projects.save(project.with(
                    role == TeamRole.WARRANTY_MANAGER
                            ? project.team()
                                    .managedBy(person.id(), person.displayName(), reason, project.projectManager())
                            : project.team().engineeredBy(person.id(), person.displayName())));
        }
        int moved = takingOver.take(
                project, role, before, new Successor(person.id(), person.displayName()), fromOn, reason);
        return new Change(role, person.displayName(), moved);
    }

    /** Who was responsible when, by role; whom nobody recorded is there since the acceptance. */
    @Transactional(readOnly = true)
    public List<TeamPeriod> history(Project project) {
        List<TeamPeriod> recorded = periods.all(project.code());
        return Arrays.stream(TeamRole.values())
                .flatMap(role -> {
                    List<TeamPeriod> ofRole =
                            recorded.stream().filter(p -> p.role() == role).toList();
                    return ofRole.isEmpty() ? team.holder(project, role).stream() : ofRole.stream();
                })
                .toList();
    }

    /** Who can take the role over. */
    @Transactional(readOnly = true)
    public List<Person> candidates(Project project, TeamRole role) {
        return role.postWarranty()
                ? directory
                        .unit(project.unit())
                        .map(unit -> directory.staff(unit))
                        .orElse(List.of())
                : directory.people(role.duties().groupOf(project.unit()));
    }

    /** Whether the acting person may change the people of this project. */
    public boolean mayChange(Project project) {
        return project.closedOn() == null && currentActor.get().hasRole(project.unit(), Role.PMD, Role.PMD_MANAGER);
    }

    private void requireMayChange(Project project) {
        currentActor.get().require("只有管理单位的项目管理部可以更换人员", project.unit(), Role.PMD, Role.PMD_MANAGER);
        if (project.closedOn() != null) {
            throw new ConflictException("工程已于 " + project.closedOn() + " 关闭,不能更换人员");
        }
    }

    private static @Nullable TeamRole role(@Nullable String code, List<FieldError> errors) {
        Optional<TeamRole> role = Arrays.stream(TeamRole.values())
                .filter(r -> r.name().equals(code))
                .findFirst();
        if (role.isEmpty()) {
            errors.add(new FieldError("role", "岗位:请选择"));
        }
        return role.orElse(null);
    }

    private static String reason(@Nullable String text, List<FieldError> errors) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty()) {
            errors.add(new FieldError("reason", "原因:必填"));
        } else if (reason.length() > MAX_REASON) {
            errors.add(new FieldError("reason", "原因:不能超过" + MAX_REASON + "个字"));
        }
        return reason;
    }

    private @Nullable Person person(
            Project project,
            TeamRole role,
            @Nullable String userId,
            Optional<TeamPeriod> before,
            List<FieldError> errors) {
        Person person = staff(project, "userId", role, userId, errors);
        if (person == null) {
            return null;
        }
        if (before.filter(p -> Objects.equals(p.userId(), userId)).isPresent()) {
            errors.add(new FieldError("userId", "接任人:" + person.displayName() + "已是" + role.label()));
        }
        if (role.postWarranty()
                && team.holder(project, role.other())
                        .filter(p -> Objects.equals(p.userId(), userId))
                        .isPresent()) {
            errors.add(new FieldError("userId", "接任人:两名过保管理人员不能是同一人"));
        }
        return person;
    }

    private @Nullable Person staff(
            Project project, String field, TeamRole role, @Nullable String userId, List<FieldError> errors) {
        Optional<Person> person = candidates(project, role).stream()
                .filter(p -> p.id().equals(userId))
                .findFirst();
        if (person.isEmpty()) {
            String label = field.equals("userId") ? "接任人" : role.label();
            errors.add(new FieldError(field, label + (role.postWarranty() ? ":请选择本单位人员" : ":请选择本单位的" + role.label())));
        }
        return person.orElse(null);
    }

    private @Nullable LocalDate fromOn(@Nullable String text, Optional<TeamPeriod> before, List<FieldError> errors) {
        LocalDate day;
        try {
            day = LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException e) {
            errors.add(new FieldError("fromOn", "自何日起:应为 2026-01-31 的写法"));
            return null;
        }
        LocalDate earliest = before.map(TeamPeriod::fromOn).orElse(LocalDate.of(2000, 1, 1));
        if (day.isAfter(today())) {
            errors.add(new FieldError("fromOn", "自何日起:不能晚于今天"));
        } else if (day.isBefore(earliest)) {
            errors.add(new FieldError("fromOn", "自何日起:不能早于" + earliest));
        }
        return day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
