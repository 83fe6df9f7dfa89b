package cn.aftercare.training;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The training of an owner's property staff, free of charge.
 *
 * @param number {@code PX-<year>-<number>}
 * @param unit of the project
 * @param occasion why it is held, in Chinese
 * @param round 0 until a trainer was named first
 * @param dueAt until when the owner should have signed
 * @param materials null until they were prepared
 * @param signOff null until the owner signed
 */
public record Training(
        String number,
        String projectCode,
        String unit,
        TrainingSubject subject,
        String occasion,
        TrainingStage stage,
        int round,
        Instant startedAt,
        Instant dueAt,
        @Nullable Materials materials,
        @Nullable SignOff signOff,
        @Nullable String recordNo) {

    /** 操作和维修保养手册, and 大纲和培训讲义; the files are with the training. */
    public record Materials(String manualVersion, String outlineVersion) {}

    /** @param by who signed for the owner */
    public record SignOff(String by, LocalDate on) {}

    public boolean lateAt(Instant now) {
        return signOff == null && !now.isBefore(dueAt);
    }
}
