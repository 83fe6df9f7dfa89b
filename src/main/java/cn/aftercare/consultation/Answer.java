package cn.aftercare.consultation;

import cn.aftercare.project.DefectCategory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the engineer answered.
 *
 * @param defect the defect the question was about; null: there is none to repair
 */
public record Answer(
        String text, Instant at, String by, @Nullable Defect defect) {

    /** What is handed over to the repair flow. */
    public record Defect(
            DefectCategory category,
            String location,
            String description,
            boolean emergency,
            boolean structural,
            boolean publicArea) {}
}
