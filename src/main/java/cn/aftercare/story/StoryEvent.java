package cn.aftercare.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a story, in Chinese; {@code actor} is a login or {@code system}. */
public record StoryEvent(
        Instant at, String actor, String title, @Nullable String detail) {}
