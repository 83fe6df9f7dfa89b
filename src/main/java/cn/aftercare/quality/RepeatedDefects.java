package cn.aftercare.quality;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds defects of one kind that come again and again. */
public final class RepeatedDefects {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RepeatedDefects() {}

    /** A defect somebody reported. */
    public record Reported(String caseNo, String projectCode, String unit, Instant receivedAt) {}

    /**
     * The latest cases of the same kind that lie close enough together, the given one among them; empty if there are too
     * few. Both ends of the time count.
     *
     * @param reported of the same kind, in any order
     * @param months calendar months, Asia/Shanghai
     */
    public static List<Reported> together(List<Reported> reported, String caseNo, int cases, int months) {
        List<Reported> byTime = reported.stream()
                .sorted(Comparator.comparing(Reported::receivedAt).thenComparing(Reported::caseNo))
                .toList();
        for (int last = byTime.size() - 1; last >= 0; last--) {
            Instant end = byTime.get(last).receivedAt();
            Instant begin = end.atZone(ZONE).minusMonths(months).toInstant();
            List<Reported> within = new ArrayList<>();
            for (Reported r : byTime.subList(0, last + 1)) {
                if (!r.receivedAt().isBefore(begin)) {
                    within.add(r);
                }
            }
            if (within.size() >= cases
                    && within.stream().anyMatch(r -> r.caseNo().equals(caseNo))) {
                return within;
            }
        }
        return List.of();
    }
}
