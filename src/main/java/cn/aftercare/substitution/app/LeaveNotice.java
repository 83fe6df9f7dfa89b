package cn.aftercare.substitution.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.substitution.Substitution;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells who is away what somebody else recorded: it lends the roles and tasks of that person. */
@Component
class LeaveNotice {

    private final Notifications notifications;
    private final Directory directory;

    LeaveNotice(Notifications notifications, Directory directory) {
        this.notifications = notifications;
        this.directory = directory;
    }

    void recorded(Substitution s) {
        if (s.recorded().by().equals(s.absent())) {
            return;
        }
        notifications.send(new Notification(
                "leave-" + s.number(),
                NotificationKind.REPORT,
                s.number(),
                s.unit(),
                false,
                "【休假替岗】已为您登记休假 " + s.number(),
                "替岗:" + s.number() + "\n休假:" + s.firstDay() + " 至 " + s.lastDay() + "\n替岗人:"
                        + directory.displayName(s.substitute()) + "\n登记人:"
                        + directory.displayName(s.recorded().by())
                        + "\n休假期间,您在" + directory.unitName(s.unit())
                        + "的岗位和待办任务移交替岗人。如与实际不符,请在“休假替岗”页面撤销或提前结束。",
                "/substitutions",
                List.of(s.absent())));
    }
}
