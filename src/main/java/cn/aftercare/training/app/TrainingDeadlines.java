package cn.aftercare.training.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.training.Training;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of trainings due soon, tells of late ones, and keeps what the manager did about it. */
@Service
@Transactional
public class TrainingDeadlines {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final Trainings trainings;
    private final ProjectService projects;
    private final Notifications notifications;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final TrainingStory story;

    TrainingDeadlines(
            Trainings trainings,
            ProjectService projects,
            Notifications notifications,
            Directory directory,
            CurrentActor currentActor,
            TrainingStory story) {
        this.trainings = trainings;
        this.projects = projects;
        this.notifications = notifications;
        this.directory = directory;
        this.currentActor = currentActor;
        this.story = story;
    }

    /** The unit's project management department and the trainers. */
    public void remind(String number) {
        Training t = trainings.of(number);
        send(t, NotificationKind.REMINDER, "【提醒】", List.of(Role.PMD.groupOf(t.unit()), Role.TRAINER.groupOf(Actor.HQ)));
    }

    /** The unit's manager. */
    public void late(String number) {
        Training t = trainings.of(number);
        send(t, NotificationKind.BREACH, "【逾期督办】", List.of(Role.PMD_MANAGER.groupOf(t.unit())));
    }

    public void supervised(String number, String measures) {
        currentActor.get().require("只有工程所属单位的项目管理部经理可以督办", trainings.of(number).unit(), Role.PMD_MANAGER);
        story.tell(number, "督办", measures);
    }

    private void send(Training t, NotificationKind kind, String mark, List<String> recipients) {
        Project project = projects.find(t.projectCode()).orElseThrow();
        notifications.send(new Notification(
                "training-" + t.number() + "-" + kind,
                kind,
                t.number(),
                t.unit(),
                false,
                mark + "业主培训 " + t.number() + " " + project.name(),
                "培训:" + t.number() + "(" + t.subject().label() + ")\n项目:" + project.name() + "\n进度:"
                        + t.stage().label() + "\n期限:" + DAY.format(t.dueAt().minusSeconds(1)) + " 24:00",
                "/training/" + t.number(),
                recipients));
        story.tell(
                t.number(),
                kind.label(),
                "已告知 " + recipients.stream().map(directory::groupName).collect(Collectors.joining("、")));
    }
}
