package cn.aftercare.substitution.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.substitution.Planned;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import cn.aftercare.substitution.persistence.SubstitutionRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom during a leave. A person's own leave, and that of everybody in the unit by the project management
 * department or an administrator; of those who decide there, by the department's manager alone. Nobody takes over another
 * person's roles on one's own word. There are no chains: who stands in is there.
 */
@Service
@Transactional
public class Substitutions {

    private final SubstitutionRepository substitutions;
    private final SubstitutionFlow flow;
    private final LeaveCheck check;
    private final LeaveNotice notice;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    Substitutions(
            SubstitutionRepository substitutions,
            SubstitutionFlow flow,
            LeaveCheck check,
            LeaveNotice notice,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.substitutions = substitutions;
        this.flow = flow;
        this.check = check;
        this.notice = notice;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What a person typed, to be checked; days like 2026-01-31. */
    public record Draft(
            @Nullable String unit,
            @Nullable String absent,
            @Nullable String substitute,
            @Nullable String firstDay,
            @Nullable String lastDay,
            @Nullable String reason) {}

    /** One page of the list; pages count from 0. */
    public record Page(List<Substitution> rows, long total) {}

    /**
     * Records a leave and who stands in; the roles change hands at 00:00 of the first day, or at once when that is past.
     *
     * @throws InvalidInputException naming every field that is wrong
     * @throws NotPermittedException when the acting person may not decide for the absent one
     */
    public Substitution record(Draft draft) {
        List<FieldError> errors = new ArrayList<>();
        Planned planned = check.read(draft, u -> currentActor.get().maySee(u.code()), errors);
        if (planned != null) {
            requireMayRecord(planned.absent(), planned.unit());
            own(planned, errors);
            substitutions.lockUnit(planned.unit());
            check.collisions(planned, substitutions.sharing(planned), errors);
            if (errors.isEmpty()) {
                return recorded(planned);
            }
        }
        throw new InvalidInputException(errors);
    }

    /** Records what has been checked, together with who may decide so. */
    Substitution recorded(Planned planned) {
        Instant now = clock.instant();
        Substitution substitution = new Substitution(
                number(now),
                planned.unit(),
                planned.absent(),
                planned.substitute(),
                planned.leave().firstDay(),
                planned.leave().lastDay(),
                planned.reason(),
                SubstitutionStatus.PLANNED,
                new Substitution.Recorded(currentActor.get().userId(), now),
                null,
                null,
                null);
        substitutions.insert(substitution);
        flow.start(substitution);
        notice.recorded(substitution);
        return substitution;
    }

    /**
     * Takes a substitution back before it begins, or ends it now.
     *
     * @throws NotFoundException also when it belongs to a unit the acting person may not see
     * @throws ConflictException when it has ended
     */
    public void end(String number) {
        Substitution s = substitutions
                .lock(number)
                .filter(found -> currentActor.get().maySee(found.unit()))
                .orElseThrow(() -> new NotFoundException("没有替岗 " + number));
        requireMayEnd(s.absent(), s.unit());
        String by = currentActor.get().userId();
        switch (s.status()) {
            case PLANNED -> {
                substitutions.ended(number, SubstitutionStatus.WITHDRAWN, clock.instant(), by);
                flow.withdraw(number);
            }
            case ACTIVE -> {
                substitutions.ended(number, SubstitutionStatus.ENDED, clock.instant(), by);
                flow.endEarly(number);
            }
            default ->
                throw new ConflictException("替岗 " + number + " " + s.status().label());
        }
    }

    @Transactional(readOnly = true)
    public Page page(int page, int size) {
        Collection<String> units = currentActor.get().visibleUnits(null);
        return new Page(substitutions.list(units, (long) page * size, size), substitutions.count(units));
    }

    /** The units for which the acting person may record somebody's leave, if only the own one. */
    @Transactional(readOnly = true)
    public List<Unit> units() {
        Actor actor = currentActor.get();
        return directory.units().stream()
                .filter(u -> mayDecideForAll(u.code())
                        || actor.groups().stream().anyMatch(g -> g.startsWith(u.code() + "-")))
                .toList();
    }

    /** Whose leave the acting person may record in the unit. */
    @Transactional(readOnly = true)
    public List<Person> mayBeAway(Unit unit) {
        Set<String> deciding = deciding(unit.code());
        return directory.staff(unit).stream()
                .filter(p -> mayRecord(p.id(), unit.code(), deciding))
                .toList();
    }

    /** Whether the acting person may end it: the roles go back to their owner, so there is no more to fear than that. */
    public boolean mayEnd(Substitution s) {
        return s.status().open() && mayEnd(s.absent(), s.unit());
    }

    private boolean mayEnd(String absent, String unit) {
        return mayDecideForAll(unit) || absent.equals(currentActor.get().userId());
    }

    private boolean mayRecord(String absent, String unit, Set<String> deciding) {
        Actor actor = currentActor.get();
        return absent.equals(actor.userId())
                || actor.admin()
                || actor.hasRole(unit, Role.PMD_MANAGER)
                || (actor.hasRole(unit, Role.PMD) && !deciding.contains(absent));
    }

    private boolean mayDecideForAll(String unit) {
        Actor actor = currentActor.get();
        return actor.admin() || actor.hasRole(unit, Role.PMD, Role.PMD_MANAGER);
    }

    /** Logins of those whose decisions the project management department waits for. */
    private Set<String> deciding(String unit) {
        Stream<Role> roles = unit.equals(Actor.HQ)
                ? Stream.of(Role.PMD_MANAGER, Role.TOP_MANAGEMENT, Role.QUALITY)
                : Stream.of(Role.PMD_MANAGER);
        return roles.flatMap(role -> directory.people(role.groupOf(unit)).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    /** Who records a leave for somebody else would otherwise take that person's roles and tasks. */
    private void own(Planned planned, List<FieldError> errors) {
        Actor actor = currentActor.get();
        if (!actor.admin()
                && planned.substitute().equals(actor.userId())
                && !planned.absent().equals(actor.userId())) {
            errors.add(new FieldError("substitute", "替岗人:代他人登记休假的,不能由登记人自己替岗,请选择他人或由休假人本人登记"));
        }
    }

    private void requireMayRecord(String absent, String unit) {
        requireMayEnd(absent, unit);
        if (!mayRecord(absent, unit, deciding(unit))) {
            throw new NotPermittedException("休假人:项目管理部经理、总部最高管理者和质量部门的休假,只能由本人、本单位项目管理部经理和系统管理员登记");
        }
    }

    private void requireMayEnd(String absent, String unit) {
        if (!mayEnd(absent, unit)) {
            throw new NotPermittedException("只有本人、本单位项目管理部和系统管理员可以登记或结束替岗");
        }
    }

    private String number(Instant now) {
        return "TG-%d-%06d".formatted(now.atZone(clock.getZone()).getYear(), substitutions.nextNumber());
    }
}
