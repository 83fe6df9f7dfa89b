package cn.aftercare.commitment.app;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.EscalationLevel;
import cn.aftercare.commitment.app.CommitmentCases.CommitmentCase;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells people outside the application what a step of the chain recorded for them. */
@Component
class CommitmentNotices {

    private final Notifications notifications;
    private final Directory directory;

    CommitmentNotices(Notifications notifications, Directory directory) {
        this.notifications = notifications;
        this.directory = directory;
    }

    /** @param again told once already, by a clock that ran ahead */
    void reached(
            Commitment commitment,
            CommitmentCase subject,
            EscalationLevel level,
            Instant stepDueAt,
            Instant now,
            List<String> told,
            boolean again) {
        NotificationKind kind = level == EscalationLevel.REMINDER ? NotificationKind.REMINDER : NotificationKind.BREACH;
        boolean urgent = subject.kind() != CaseKind.ORDINARY;
        notifications.send(Notification.ofCase(
                // A moved deadline has steps of its own.
                "commitment-" + commitment.id() + "-" + level + "-" + stepDueAt.getEpochSecond()
                        + (again ? "-again" : ""),
                kind,
                commitment.caseNo(),
                commitment.unit(),
                urgent,
                "【" + kind.label() + "】" + (urgent ? subject.kind().label() + " " : "") + commitment.label() + " "
                        + commitment.caseNo() + " " + subject.projectName(),
                text(commitment, level, now, subject, told),
                told));
    }

    private String text(
            Commitment commitment, EscalationLevel level, Instant now, CommitmentCase subject, List<String> told) {
        boolean late = !now.isBefore(commitment.dueAt());
        String what = level == EscalationLevel.REMINDER
                ? (late ? "期限已过,请立即办理" : "期限将至,请按时办理")
                : level.label() + ":承诺已逾期,请督促办理";
        return String.join(
                "\n",
                "案件:" + commitment.caseNo() + "(" + subject.kind().label() + ")",
                "项目:" + subject.projectName(),
                "承诺:" + commitment.label(),
                "期限:" + FormTime.readable(commitment.dueAt()) + (commitment.ownerSpecified() ? " 业主指定" : "")
                        + (commitment.provisional() ? " 暂定" : ""),
                "事项:" + what,
                // In a chat everybody reads what one of them has to do.
                "通知:"
                        + (told.isEmpty()
                                ? "暂无办理人"
                                : told.stream().map(this::name).collect(Collectors.joining("、"))));
    }

    /** Of a group, or else of a person. */
    private String name(String id) {
        String group = directory.groupName(id);
        return group.equals(id) ? directory.displayName(id) : group;
    }
}
