package cn.aftercare.quality.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualityItem.Told;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.ToldHow;
import cn.aftercare.quality.persistence.QualityItemRepository;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.QualityRecordDocument;
import cn.aftercare.repair.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever raised an item what came of it, and files its record. */
@Service
@Transactional
public class QualityClosing {

    private final QualityItems items;
    private final QualityItemRepository repository;
    private final QualitySteps steps;
    private final RecordArchive archive;
    private final QualityRecordDocument document;
    private final QualityRecords records;
    private final ProjectService projects;
    private final Notifications notifications;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final QualityStory story;
    private final Clock clock;

    QualityClosing(
            QualityItems items,
            QualityItemRepository repository,
            QualitySteps steps,
            RecordArchive archive,
            QualityRecordDocument document,
            QualityRecords records,
            ProjectService projects,
            Notifications notifications,
            Directory directory,
            CurrentActor currentActor,
            QualityStory story,
            Clock clock) {
        this.items = items;
        this.repository = repository;
        this.steps = steps;
        this.archive = archive;
        this.document = document;
        this.records = records;
        this.projects = projects;
        this.notifications = notifications;
        this.directory = directory;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /**
     * The after-sales specialist has told the owner.
     *
     * @throws InvalidInputException naming the field
     */
    public void ownerTold(long stepId, ToldHow how, Instant at, @Nullable String note) {
        StepDeadline step = steps.entrusted(stepId);
        QualityItem item = items.of(step.itemNo());
        Instant told = Occurrence.checked("toldAt", "反馈时间", at, "提出时间", item.raisedAt(), clock.instant());
        repository.told(item.itemNo(), new Told(told, currentActor.get().userId(), how, note));
        steps.done(step);
        story.tell(item.itemNo(), "已反馈业主", how.label() + ":" + item.ownerName() + (note == null ? "" : "," + note));
    }

    /** Tells the colleague who raised it; what a rule raised, the quality department. */
    public void sourceTold(String itemNo) {
        QualityItem item = items.of(itemNo);
        boolean ruled = item.raisedBy().equals(Actor.system().userId());
        String to = ruled ? Role.QUALITY.groupOf(Actor.HQ) : item.raisedBy();
        notifications.send(new Notification(
                "quality-told-" + itemNo,
                NotificationKind.REPORT,
                itemNo,
                item.unit(),
                false,
                "【处理结果】质量信息 " + itemNo,
                "质量信息:" + itemNo + "\n项目:"
                        + projects.find(item.projectCode()).orElseThrow().name() + "\n结论:"
                        + item.ending().label() + "\n" + item.decision(),
                "/quality/" + itemNo,
                List.of(to)));
        repository.told(itemNo, new Told(clock.instant(), Actor.system().userId(), ToldHow.SYSTEM, null));
        story.tell(itemNo, "已告知提出人", ruled ? directory.groupName(to) : directory.displayName(to));
    }

    /** Draws up and files 《质量信息处理记录》; the item is closed. Does nothing the second time. */
    public void archive(String itemNo) {
        QualityItem item = items.of(itemNo);
        if (item.recordNo() != null) {
            return;
        }
        String recordNo = archive.archive(
                        RecordKind.QUALITY_RECORD, itemNo, filing -> document.write(records.of(item, filing)))
                .recordNo();
        repository.closed(itemNo, recordNo, clock.instant());
        story.tell(itemNo, "办结归档", item.ending().label() + "," + recordNo);
    }
}
