package cn.aftercare.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of quality information on its way from the collection to the verified effect (R-74..R-81).
 *
 * @param itemNo {@code ZL-<year>-<number>}
 * @param projectCode the project that gave rise to it
 * @param unit the unit concerned; headquarters if it concerns several
 * @param raisedBy login, or {@code system} when a rule raised it
 * @param byOwner whether an owner said it and has to be told what came of it
 * @param roundNo how many times measures were asked for; 0 before the first time
 */
public record QualityItem(
        String itemNo,
        String projectCode,
        String unit,
        QualitySource source,
        @Nullable ContactChannel channel,
        String content,
        String raisedBy,
        boolean byOwner,
        @Nullable String ownerName,
        @Nullable String ownerPhone,
        Instant raisedAt,
        QualityState state,
        @Nullable QualityGrade grade,
        Aspects aspects,
        @Nullable String analysis,
        @Nullable String assessment,
        int roundNo,
        @Nullable QualityEnding ending,
        @Nullable String decision,
        @Nullable Told told,
        @Nullable String recordNo,
        @Nullable Instant closedAt) {

    /**
     * What is concerned.
     *
     * @param several more than one department
     */
    public record Aspects(boolean construction, boolean design, boolean qualitySystem, boolean several) {

        public static final Aspects UNKNOWN = new Aspects(false, false, false, false);

        /** As people read it: 施工、设计. */
        public String label() {
            StringBuilder text = new StringBuilder();
            append(text, construction, "施工");
            append(text, design, "设计");
            append(text, qualitySystem, "质量体系");
            append(text, several, "多个部门");
            return text.toString();
        }

        private static void append(StringBuilder text, boolean flag, String label) {
            if (flag) {
                text.append(text.isEmpty() ? "" : "、").append(label);
            }
        }
    }

    /** Who told the one who raised it, how and when. */
    public record Told(
            Instant at, String by, ToldHow how, @Nullable String note) {}
}
