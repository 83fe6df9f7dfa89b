package cn.aftercare.revisit.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.Directory;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells those who supervise that a plan or visit is late, and writes down who was told. */
@Component
class LateNotices {

    private final Notifications notifications;
    private final Directory directory;
    private final RevisitStory story;

    LateNotices(Notifications notifications, Directory directory, RevisitStory story) {
        this.notifications = notifications;
        this.directory = directory;
        this.story = story;
    }

    /** The manager of the unit, and HQ's performance officer where HQ looks on. */
    List<String> supervisors(String unit, boolean headquarters) {
        String manager = Role.PMD_MANAGER.groupOf(unit);
        return headquarters && !unit.equals(Actor.HQ)
                ? List.of(manager, Role.PERFORMANCE_OFFICER.groupOf(Actor.HQ))
                : List.of(manager);
    }

    /** @param event how the story calls it */
    void late(Notification notice, String event) {
        notifications.send(notice);
        story.tell(
                notice.caseNo(),
                event,
                notice.recipients().stream().map(directory::groupName).collect(Collectors.joining("、", "已告知 ", "")));
    }
}
