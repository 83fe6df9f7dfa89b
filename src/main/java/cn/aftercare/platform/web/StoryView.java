package cn.aftercare.platform.web;

import cn.aftercare.organisation.app.Directory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a story as pages show it. */
public record StoryView(
        String at, String who, String title, @Nullable String detail) {

    /** @param actor a login, or {@code system} */
    public static StoryView of(Instant at, String actor, String title, @Nullable String detail, Directory directory) {
        return new StoryView(
                Times.minute(at), actor.equals("system") ? "系统" : directory.displayName(actor), title, detail);
    }
}
