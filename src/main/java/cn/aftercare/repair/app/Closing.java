package cn.aftercare.repair.app;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.repair.CaseEnded;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.Outcome;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Satisfaction;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.CaseHistoryRepository;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the accepted repair to the closed case: record, signed paper, visit. */
@Service
@Transactional
public class Closing {

    private final RepairCaseRepository repository;
    private final CaseHistoryRepository history;
    private final RepairCases cases;
    private final CaseRecords records;
    private final AttachmentService attachments;
    private final CommitmentService commitments;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closing(
            RepairCaseRepository repository,
            CaseHistoryRepository history,
            RepairCases cases,
            CaseRecords records,
            AttachmentService attachments,
            CommitmentService commitments,
            Story story,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.cases = cases;
        this.records = records;
        this.attachments = attachments;
        this.commitments = commitments;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    /** Draws up the warranty record once, however often the job runs. */
    public void archiveRecord(String caseNo) {
        RepairCase c = cases.of(caseNo);
        if (c.closing().recordNo() == null) {
            String recordNo = records.warrantyRecord(c, history.rounds(caseNo));
            repository.recordNo(caseNo, recordNo);
            story.tell(caseNo, "归档工程保修记录表", recordNo);
        }
    }

    /** The signed record is kept: as a scan with the case, or at a named place on paper. */
    public void fileSigned(String caseNo, @Nullable String place) {
        boolean scanned =
                attachments.ofCase(caseNo).stream().anyMatch(a -> a.purpose() == AttachmentPurpose.SIGNED_SCAN);
        if (!scanned && place == null) {
            throw new InvalidInputException("recordPlace", "纸质件存放位置:尚未上传签字扫描件,请先在案件页面上传,或填写纸质件的存放位置");
        }
        if (place != null) {
            repository.recordPlace(caseNo, place);
        }
        story.tell(caseNo, "签字件归档", place == null ? "签字扫描件已上传" : place);
    }

    /** @return when the owner was asked */
    public Instant visited(
            String caseNo,
            Instant visitedAt,
            Satisfaction satisfaction,
            @Nullable String opinion,
            @Nullable String guidance) {
        if (satisfaction == Satisfaction.DISSATISFIED && opinion == null) {
            throw new InvalidInputException("opinion", "业主意见:不满意时必填");
        }
        RepairCase c = cases.of(caseNo);
        Instant accepted = commitments
                .anchors(caseNo)
                .getOrDefault(Anchor.ACCEPTED, c.report().receivedAt());
        Instant at = Occurrence.checked("visitedAt", "回访时间", visitedAt, "验收时间", accepted, clock.instant());
        repository.visit(caseNo, satisfaction, opinion, guidance);
        story.tell(caseNo, "维保后回访", satisfaction.label() + (opinion == null ? "" : ":" + opinion));
        return at;
    }

    public void close(String caseNo) {
        end(caseNo, Stage.CLOSED, "结案");
    }

    /** The case ends without a repair. */
    public void closeUnrepaired(String caseNo, Outcome outcome) {
        end(caseNo, outcome == Outcome.NOT_ACCEPTED ? Stage.REJECTED : Stage.NO_AGREEMENT, "未维修结案");
    }

    private void end(String caseNo, Stage stage, String title) {
        repository.close(caseNo, stage, clock.instant());
        commitments.ended(caseNo);
        story.tell(caseNo, title, stage.label());
        events.publishEvent(new CaseEnded(caseNo));
    }
}
