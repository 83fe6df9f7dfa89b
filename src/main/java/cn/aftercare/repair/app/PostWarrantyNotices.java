package cn.aftercare.repair.app;

import cn.aftercare.handover.app.ProjectTeam;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.RepairCase;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Both post-warranty managers hear of every notice about an expired item, whichever of them decides (R-59..61). */
@Component
class PostWarrantyNotices {

    private final ProjectService projects;
    private final ProjectTeam team;
    private final Notifications notifications;
    private final Directory directory;
    private final Story story;

    PostWarrantyNotices(
            ProjectService projects, ProjectTeam team, Notifications notifications, Directory directory, Story story) {
        this.projects = projects;
        this.team = team;
        this.notifications = notifications;
        this.directory = directory;
        this.story = story;
    }

    void tell(RepairCase c) {
        if (c.entitlement().insidePeriod()) {
            return;
        }
        List<String> managers = team.postWarrantyManagers(c.report().projectCode());
        if (managers.isEmpty()) {
            return;
        }
        Project project = projects.find(c.report().projectCode()).orElseThrow();
        notifications.send(Notification.ofCase(
                "post-warranty-" + c.caseNo(),
                NotificationKind.DISPATCH,
                c.caseNo(),
                c.unit(),
                false,
                "【过保报修】" + c.caseNo() + " " + project.name(),
                "项目:" + project.name() + "\n部位:" + c.report().location() + "\n情况:"
                        + c.report().description() + "\n该项已过保修期,3天内启动的承诺不变",
                managers));
        story.tell(
                c.caseNo(),
                "告知过保管理人员",
                managers.stream().map(directory::displayName).collect(Collectors.joining("、")));
    }
}
