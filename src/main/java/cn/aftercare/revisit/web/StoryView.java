package cn.aftercare.revisit.web;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Times;
import cn.aftercare.revisit.RevisitEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a story as pages show it. */
record StoryView(
        String at, String who, String title, @Nullable String detail) {

    static List<StoryView> of(List<RevisitEvent> events, Directory directory) {
        return events.stream()
                .map(e -> new StoryView(
                        Times.minute(e.at()),
                        e.actor().equals("system") ? "系统" : directory.displayName(e.actor()),
                        e.title(),
                        e.detail()))
                .toList();
    }
}
