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
import cn.aftercare.substitution.Leave;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import cn.aftercare.substitution.persistence.SubstitutionRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom during a leave. A person's own leave, and that of everybody in the unit by the project management
 * department or an administrator. There are no chains: who stands in is there.
 */
@Service
@Transactional
public class Substitutions {

    private static final int MAX_REASON = 500;

    private final SubstitutionRepository substitutions;
    private final SubstitutionFlow flow;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    Substitutions(
            SubstitutionRepository substitutions,
            SubstitutionFlow flow,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.substitutions = substitutions;
        this.flow = flow;
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
        Instant now = clock.instant();
        Leave leave = Leave.of(draft.firstDay(), draft.lastDay(), LocalDate.ofInstant(now, clock.getZone()), errors);
        String reason = reason(draft.reason(), errors);
        Unit unit = unit(draft.unit(), errors);
        if (unit != null) {
            String absent = staff("absent", "休假人", draft.absent(), unit, errors);
            String substitute = staff("substitute", "替岗人", draft.substitute(), unit, errors);
            if (absent != null && absent.equals(substitute)) {
                errors.add(new FieldError("substitute", "替岗人:不能是休假人本人"));
            }
            if (errors.isEmpty()) {
                requireMayDecide(absent, unit.code());
                substitutions.lockUnit(unit.code());
                collisions(unit.code(), absent, substitute, leave, errors);
            }
            if (errors.isEmpty()) {
                return recorded(new Substitution(
                        number(now),
                        unit.code(),
                        absent,
                        substitute,
                        leave.firstDay(),
                        leave.lastDay(),
                        reason,
                        SubstitutionStatus.PLANNED,
                        new Substitution.Recorded(currentActor.get().userId(), now),
                        null,
                        null,
                        null));
            }
        }
        throw new InvalidInputException(errors);
    }

    private Substitution recorded(Substitution substitution) {
        substitutions.insert(substitution);
        flow.start(substitution);
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
        requireMayDecide(s.absent(), s.unit());
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
        String me = currentActor.get().userId();
        return directory.staff(unit).stream()
                .filter(p -> mayDecideForAll(unit.code()) || p.id().equals(me))
                .toList();
    }

    /** Whether the acting person may end it. */
    public boolean mayEnd(Substitution s) {
        return s.status().open() && mayDecide(s.absent(), s.unit());
    }

    private boolean mayDecide(String absent, String unit) {
        return mayDecideForAll(unit) || absent.equals(currentActor.get().userId());
    }

    private boolean mayDecideForAll(String unit) {
        Actor actor = currentActor.get();
        return actor.admin() || actor.hasRole(unit, Role.PMD, Role.PMD_MANAGER);
    }

    private void requireMayDecide(String absent, String unit) {
        if (!mayDecide(absent, unit)) {
            throw new NotPermittedException("只有本人、本单位项目管理部和系统管理员可以登记或结束替岗");
        }
    }

    private void collisions(String unit, String absent, String substitute, Leave leave, List<FieldError> errors) {
        for (Substitution s : substitutions.sharing(unit, absent, leave)) {
            errors.add(new FieldError(
                    "absent",
                    s.absent().equals(absent)
                            ? "休假人:已登记 " + days(s) + " 休假(" + s.number() + ")"
                            : "休假人:" + days(s) + " 为" + directory.displayName(s.absent()) + "替岗(" + s.number()
                                    + "),请先另派替岗人"));
        }
        substitutions.sharing(unit, substitute, leave).stream()
                .filter(s -> s.absent().equals(substitute))
                .forEach(s -> errors.add(new FieldError("substitute", "替岗人:" + days(s) + " 本人休假(" + s.number() + ")")));
    }

    private static String days(Substitution s) {
        return s.firstDay() + " 至 " + s.lastDay();
    }

    private @Nullable Unit unit(@Nullable String code, List<FieldError> errors) {
        if (code == null || code.isBlank()) {
            errors.add(new FieldError("unit", "管理单位:必填"));
            return null;
        }
        Unit unit = directory
                .unit(code)
                .filter(u -> currentActor.get().maySee(u.code()))
                .orElse(null);
        if (unit == null) {
            errors.add(new FieldError("unit", "管理单位:没有“" + code + "”"));
        }
        return unit;
    }

    private @Nullable String staff(
            String field, String label, @Nullable String id, Unit unit, List<FieldError> errors) {
        if (id == null || id.isBlank()) {
            errors.add(new FieldError(field, label + ":必填"));
            return null;
        }
        if (directory.staff(unit).stream().noneMatch(p -> p.id().equals(id))) {
            errors.add(new FieldError(field, label + ":“" + id + "”在" + unit.name() + "没有岗位"));
            return null;
        }
        return id;
    }

    private static @Nullable String reason(@Nullable String reason, List<FieldError> errors) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) {
            errors.add(new FieldError("reason", "事由:必填"));
        } else if (text.length() > MAX_REASON) {
            errors.add(new FieldError("reason", "事由:不能超过" + MAX_REASON + "个字"));
        }
        return text;
    }

    private String number(Instant now) {
        return "TG-%d-%06d".formatted(now.atZone(clock.getZone()).getYear(), substitutions.nextNumber());
    }
}
