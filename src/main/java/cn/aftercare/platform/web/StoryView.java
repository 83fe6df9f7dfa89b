package cn.aftercare.platform.web;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.story.StoryEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a story as pages show it. */
public record StoryView(
        String at, String who, String title, @Nullable String detail) {

    /** As it was told. */
    public static List<StoryView> of(List<StoryEvent> story, Directory directory) {
        return story.stream()
                .map(e -> of(e.at(), e.actor(), e.title(), e.detail(), directory))
                .toList();
    }

    /** @param actor a login, or {@code system} */
    public static StoryView of(Instant at, String actor, String title, @Nullable String detail, Directory directory) {
        return new StoryView(
                Times.minute(at), actor.equals("system") ? "系统" : directory.displayName(actor), title, detail);
    }
}
