package cn.aftercare.structural;

import java.time.Instant;

/** One safety measure, with the time it was in place. */
public record SafetyMeasure(Instant takenAt, String measure, String recordedBy) {}
