package cn.aftercare.inspection;

import cn.aftercare.inspection.ReportLine.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes the lines of a report from the facts: what was verified or ended since reports began and stands in no
 * other report, and what was open at the end of the period. So everything is reported once when it is done, typed in late
 * or not, and every month until then.
 *
 * @param since the first instant of the unit's first report
 * @param to the first instant after the period
 */
public record Compilation(Instant since, Instant to) {

    /** Numbered; what was verified first, then what is open, the overdue before the rest. */
    public List<ReportLine> lines(List<RectificationFact> facts) {
        List<ReportLine> lines = facts.stream()
                .map(this::line)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((ReportLine l) -> order(l.state()))
                        .thenComparing(ReportLine::projectCode)
                        .thenComparing(ReportLine::openedAt)
                        .thenComparing(ReportLine::refNo))
                .toList();
        List<ReportLine> numbered = new ArrayList<>();
        for (ReportLine l : lines) {
            numbered.add(new ReportLine(
                    numbered.size() + 1,
                    l.source(),
                    l.refNo(),
                    l.projectCode(),
                    l.subject(),
                    l.openedAt(),
                    l.dueAt(),
                    l.doneAt(),
                    l.state(),
                    l.reason(),
                    null));
        }
        return numbered;
    }

    private static int order(State state) {
        return switch (state) {
            case VERIFIED -> 0;
            case UNREPAIRED -> 1;
            case OVERDUE -> 2;
            case OPEN -> 3;
        };
    }

    private Optional<ReportLine> line(RectificationFact f) {
        if (!f.openedAt().isBefore(to)) {
            return Optional.empty();
        }
        if (f.verifiedAt() != null && f.verifiedAt().isBefore(to)) {
            return f.verifiedAt().isBefore(since) ? Optional.empty() : of(f, f.verifiedAt(), State.VERIFIED, null);
        }
        if (f.verifiedAt() != null) {
            return of(f, null, open(f), "报送月之后已核验");
        }
        if (f.endedAt() != null && f.endedAt().isBefore(to)) {
            return f.endedAt().isBefore(since) ? Optional.empty() : of(f, f.endedAt(), State.UNREPAIRED, f.reason());
        }
        return of(f, null, open(f), f.endedAt() == null ? f.reason() : "报送月之后结案:" + f.reason());
    }

    private State open(RectificationFact f) {
        return f.dueAt() != null && !f.dueAt().isAfter(to) ? State.OVERDUE : State.OPEN;
    }

    private static Optional<ReportLine> of(RectificationFact f, Instant doneAt, State state, String reason) {
        return Optional.of(new ReportLine(
                0,
                f.source(),
                f.refNo(),
                f.projectCode(),
                f.subject(),
                f.openedAt(),
                f.dueAt(),
                doneAt,
                state,
                reason,
                null));
    }
}
