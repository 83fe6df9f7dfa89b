package cn.aftercare.substitution.app;

import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.FieldError;
import cn.aftercare.substitution.Leave;
import cn.aftercare.substitution.Planned;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.app.Substitutions.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a leave as a person typed it, and sees to it that nobody is away and stands in at the same time. */
@Component
class LeaveCheck {

    private static final int MAX_REASON = 500;

    private final Directory directory;
    private final Clock clock;

    LeaveCheck(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What is meant; whatever is wrong is added to the errors in Chinese.
     *
     * @param visible whether the acting person may see a unit; any other does not exist
     * @return null if something is wrong
     */
    @Nullable
    Planned read(Draft draft, Predicate<Unit> visible, List<FieldError> errors) {
        List<FieldError> found = new ArrayList<>();
        Leave leave = Leave.of(
                draft.firstDay(), draft.lastDay(), LocalDate.ofInstant(clock.instant(), clock.getZone()), found);
        String reason = reason(draft.reason(), found);
        Unit unit = unit(draft.unit(), visible, found);
        String absent = unit == null ? null : staff("absent", "休假人", draft.absent(), unit, found);
        String substitute = unit == null ? null : staff("substitute", "替岗人", draft.substitute(), unit, found);
        if (absent != null && absent.equals(substitute)) {
            found.add(new FieldError("substitute", "替岗人:不能是休假人本人"));
        }
        errors.addAll(found);
        return found.isEmpty() && leave != null && unit != null && absent != null && substitute != null
                ? new Planned(unit.code(), absent, substitute, leave, reason)
                : null;
    }

    /** What contradicts another leave; there are no chains: who stands in is there. */
    void collisions(Planned planned, List<Substitution> others, List<FieldError> errors) {
        for (Substitution s : others) {
            if (s.absent().equals(planned.absent())) {
                errors.add(new FieldError("absent", "休假人:已登记 " + days(s) + " 休假(" + s.number() + ")"));
            } else if (s.substitute().equals(planned.absent())) {
                errors.add(new FieldError(
                        "absent",
                        "休假人:" + days(s) + " 为" + directory.displayName(s.absent()) + "替岗(" + s.number()
                                + "),请先另派替岗人"));
            }
            if (s.absent().equals(planned.substitute())) {
                errors.add(new FieldError("substitute", "替岗人:" + days(s) + " 本人休假(" + s.number() + ")"));
            }
        }
    }

    private static String days(Substitution s) {
        return s.firstDay() + " 至 " + s.lastDay();
    }

    private @Nullable Unit unit(@Nullable String code, Predicate<Unit> visible, List<FieldError> errors) {
        if (code == null || code.isBlank()) {
            errors.add(new FieldError("unit", "管理单位:必填"));
            return null;
        }
        Unit unit = directory.unit(code).filter(visible).orElse(null);
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

    private static String reason(@Nullable String reason, List<FieldError> errors) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) {
            errors.add(new FieldError("reason", "事由:必填"));
        } else if (text.length() > MAX_REASON) {
            errors.add(new FieldError("reason", "事由:不能超过" + MAX_REASON + "个字"));
        }
        return text;
    }
}
