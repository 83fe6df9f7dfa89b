package cn.aftercare.revisit.years;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with the visits of many years. Written from the promise alone: in warranty every six
 * months from the acceptance, afterwards every twelve months from the warranty end, until the project is closed. It knows
 * nothing of the code it judges.
 */
final class RevisitOracle {

    private RevisitOracle() {}

    /**
     * A project as it went through the years.
     *
     * @param warrantyYears of the longest item
     * @param registeredOn visits are owed from this day on
     * @param extendedTo last day of an extended warranty, or null; agreed on while the warranty still ran
     * @param closedOn or null
     */
    record Life(
            String code,
            LocalDate acceptedOn,
            int warrantyYears,
            LocalDate registeredOn,
            @Nullable LocalDate extendedTo,
            @Nullable LocalDate closedOn) {}

    /**
     * A line of a plan and the visit made of it.
     *
     * @param dueOn null: added, nothing was due
     * @param reason recorded for postponing, cancelling or adding, in the plan or on the visit
     * @param cancelled in the plan or later
     * @param warned those who supervise were told that it is late
     */
    record Made(
            String code,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            boolean cancelled,
            @Nullable LocalDate visitedOn,
            boolean warned) {}

    /**
     * @param settled what was due by this day must be visited or carry a reason; what is due later only be planned
     * @param end what is due by this day must be planned
     * @return what is wrong, one sentence each; empty if every promise was kept
     */
    static List<String> violations(List<Life> lives, List<Made> made, LocalDate settled, LocalDate end) {
        Map<String, List<Made>> byProject = made.stream().collect(Collectors.groupingBy(Made::code));
        List<String> wrong = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Life life : lives) {
            known.add(life.code());
            judge(life, byProject.getOrDefault(life.code(), List.of()), settled, end, wrong);
        }
        byProject.keySet().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> wrong.add(code + " is no project"));
        return wrong;
    }

    private static void judge(Life life, List<Made> made, LocalDate settled, LocalDate end, List<String> wrong) {
        // Plans already made reach beyond the end.
        Set<LocalDate> owed = owed(life, end.plusYears(1));
        for (LocalDate due : owed) {
            if (due.isAfter(end)) {
                break;
            }
            List<Made> forIt = made.stream().filter(m -> due.equals(m.dueOn())).toList();
            if (forIt.isEmpty()) {
                wrong.add(life.code() + " was never planned for " + due);
            } else if (forIt.size() > 1) {
                wrong.add(life.code() + " was planned " + forIt.size() + " times for " + due);
            } else if (!due.isAfter(settled)) {
                settled(forIt.get(0), wrong);
            }
        }
        for (Made m : made) {
            boolean afterClosing = life.closedOn() != null
                    && m.visitedOn() != null
                    && m.visitedOn().isAfter(life.closedOn());
            if (afterClosing) {
                wrong.add(life.code() + " was closed on " + life.closedOn() + " and visited on " + m.visitedOn());
            }
            if (m.dueOn() == null) {
                if (m.reason() == null) {
                    wrong.add(life.code() + " was added to a plan without a reason");
                }
            } else if (!owed.contains(m.dueOn()) && !fellAway(life, m, settled)) {
                wrong.add(life.code() + " was planned for " + m.dueOn() + ", when nothing is due");
            }
        }
    }

    private static void settled(Made m, List<String> wrong) {
        if (m.cancelled()) {
            if (m.reason() == null) {
                wrong.add(m.code() + " " + m.dueOn() + " was cancelled without a reason");
            }
        } else if (m.visitedOn() == null) {
            wrong.add(m.code() + " " + m.dueOn() + " was planned but never visited");
        } else if (m.visitedOn().isAfter(m.dueOn()) && m.reason() == null && !m.warned()) {
            wrong.add(m.code() + " " + m.dueOn() + " was visited late and nobody was told");
        }
    }

    /** Planned before the project was closed for a day after it: once that day has come, it must have been cancelled. */
    private static boolean fellAway(Life life, Made m, LocalDate settled) {
        return life.closedOn() != null
                && m.dueOn().isAfter(life.closedOn())
                && (m.cancelled() || m.dueOn().isAfter(settled));
    }

    /** Every day on which a visit is owed, up to the end of the time looked at and to the closing. */
    static Set<LocalDate> owed(Life life, LocalDate end) {
        LocalDate last = life.closedOn() != null && life.closedOn().isBefore(end) ? life.closedOn() : end;
        LocalDate warrantyEnd = warrantyEnd(life);
        TreeSet<LocalDate> owed = new TreeSet<>(Comparator.naturalOrder());
        int months = 6;
        while (!monthsAfter(life.acceptedOn(), months).isAfter(warrantyEnd)) {
            owed.add(monthsAfter(life.acceptedOn(), months));
            months += 6;
        }
        months = 12;
        while (!monthsAfter(warrantyEnd, months).isAfter(last)) {
            owed.add(monthsAfter(warrantyEnd, months));
            months += 12;
        }
        owed.removeIf(day -> day.isBefore(life.registeredOn()) || day.isAfter(last));
        return owed;
    }

    /** An agreed end stands; a counted one moves off the weekend. The years looked at have no calendar of holidays. */
    private static LocalDate warrantyEnd(Life life) {
        if (life.extendedTo() != null) {
            return life.extendedTo();
        }
        LocalDate end = monthsAfter(life.acceptedOn(), 12 * life.warrantyYears());
        if (end.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return end.plusDays(2);
        }
        return end.getDayOfWeek() == DayOfWeek.SUNDAY ? end.plusDays(1) : end;
    }

    /** The same day of the month so many months later, or the last one of a shorter month. Spelled out on purpose. */
    private static LocalDate monthsAfter(LocalDate day, int months) {
        int month = day.getYear() * 12 + day.getMonthValue() - 1 + months;
        LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
        return first.withDayOfMonth(Math.min(day.getDayOfMonth(), first.lengthOfMonth()));
    }
}
