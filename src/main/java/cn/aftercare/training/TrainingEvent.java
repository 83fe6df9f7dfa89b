package cn.aftercare.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a training's story. */
public record TrainingEvent(
        Instant at, String actor, String title, @Nullable String detail) {}
