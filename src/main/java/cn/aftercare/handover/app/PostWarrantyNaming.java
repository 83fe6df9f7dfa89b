package cn.aftercare.handover.app;

import cn.aftercare.handover.Handover;
import cn.aftercare.handover.Naming;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Before the warranty ends, the unit's manager names two people for afterwards; late, headquarters sees to it (R-59..61). */
@Service
@Transactional
public class PostWarrantyNaming {

    private final Handovers handovers;
    private final TeamChanges changes;
    private final Notifications notifications;
    private final Directory directory;
    private final CurrentActor currentActor;

    PostWarrantyNaming(
            Handovers handovers,
            TeamChanges changes,
            Notifications notifications,
            Directory directory,
            CurrentActor currentActor) {
        this.handovers = handovers;
        this.changes = changes;
        this.notifications = notifications;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    public void named(String number, String first, String second) {
        Handover handover = handovers.of(number);
        currentActor.get().require("只有管理单位的项目管理部经理可以指定过保管理人员", handover.unit(), Role.PMD_MANAGER);
        changes.namePostWarranty(handovers.project(handover), first, second, "保修期将满,指定过保管理人员");
        handovers.tell(handover, "指定过保管理人员", directory.displayName(first) + "、" + directory.displayName(second));
        handovers.end(number);
    }

    /** The unit's manager and headquarters hear of it. */
    public void late(String number) {
        Handover handover = handovers.of(number);
        Project project = handovers.project(handover);
        Naming naming = handovers.naming(number);
        notifications.send(new Notification(
                "handover-naming-" + number + "-" + naming.dueAt().getEpochSecond(),
                NotificationKind.BREACH,
                number,
                handover.unit(),
                false,
                "【逾期督办】指定过保管理人员 " + project.name(),
                "工程:" + project.code() + " " + project.name() + "\n保修期将满,尚未指定两名过保管理人员",
                "/projects/" + project.code() + "/team",
                List.of(Role.PMD_MANAGER.groupOf(handover.unit()), Role.PMD_MANAGER.groupOf(Actor.HQ))));
        handovers.tell(handover, "逾期未指定过保管理人员", "已告知管理单位和总部项目管理部经理");
    }

    public void supervised(String number, String measures) {
        Handover handover = handovers.of(number);
        currentActor.get().require("只有总部项目管理部经理可以督办", Actor.HQ, Role.PMD_MANAGER);
        handovers.tell(handover, "督办", measures);
    }
}
