package cn.aftercare.inspection.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.app.Directory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reminds people of what is due, tells those who supervise what is late, and writes down who was told. */
@Component
class InspectionNotices {

    private final Notifications notifications;
    private final Directory directory;
    private final InspectionStory story;

    InspectionNotices(Notifications notifications, Directory directory, InspectionStory story) {
        this.notifications = notifications;
        this.directory = directory;
        this.story = story;
    }

    /**
     * What is due or late.
     *
     * @param number of the check or report, whose page and story it is
     * @param what names the deed and its subject in the id of the notice, e.g. {@code rectify-CC-2026-000001-1}
     * @param title what people read first, without 提醒 or 逾期
     */
    record Notice(String number, String unit, String what, Instant dueAt, String title, String text) {}

    void remind(Notice notice, List<String> recipients) {
        send(notice, NotificationKind.REMINDER, "【提醒】", recipients);
    }

    void late(Notice notice, List<String> recipients) {
        send(notice, NotificationKind.BREACH, "【逾期督办】", recipients);
    }

    private void send(Notice n, NotificationKind kind, String mark, List<String> recipients) {
        notifications.send(new Notification(
                n.what() + "-" + kind + "-" + n.dueAt().getEpochSecond(),
                kind,
                n.number(),
                n.unit(),
                false,
                mark + n.title(),
                n.text(),
                "/inspections/" + n.number(),
                recipients));
        story.tell(
                n.number(),
                kind.label(),
                n.title() + ",已告知 " + recipients.stream().map(this::name).collect(Collectors.joining("、")));
    }

    private String name(String recipient) {
        String group = directory.groupName(recipient);
        return group.equals(recipient) ? directory.displayName(recipient) : group;
    }
}
