package cn.aftercare.revisit.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.RevisitRecordData;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.RevisitRecordDocument;
import cn.aftercare.repair.CaseEnded;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.VisitTeam;
import cn.aftercare.revisit.persistence.VisitRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the last repair that ends to the signed and filed record (R-45, R-53..R-55). */
@Service
@Transactional
public class VisitClosing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final VisitRepository repository;
    private final Visits visits;
    private final RepairCases cases;
    private final RecordArchive archive;
    private final RevisitRecordDocument document;
    private final AttachmentService attachments;
    private final Directory directory;
    private final RevisitFlow flow;
    private final CurrentActor currentActor;
    private final RevisitStory story;
    private final Clock clock;

    VisitClosing(
            VisitRepository repository,
            Visits visits,
            RepairCases cases,
            RecordArchive archive,
            RevisitRecordDocument document,
            AttachmentService attachments,
            Directory directory,
            RevisitFlow flow,
            CurrentActor currentActor,
            RevisitStory story,
            Clock clock) {
        this.repository = repository;
        this.visits = visits;
        this.cases = cases;
        this.archive = archive;
        this.document = document;
        this.attachments = attachments;
        this.directory = directory;
        this.flow = flow;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** The result comes back to the visit; the last one lets it go on. */
    @EventListener
    void on(CaseEnded ended) {
        repository.visitOfRepair(ended.caseNo()).ifPresent(visitNo -> {
            // Two repairs that end at once must not each take the other for open.
            repository.lockVisit(visitNo);
            story.tell(visitNo, "报修结案", result(ended.caseNo()));
            if (repository.openRepairs(visitNo).isEmpty()) {
                flow.repairsClosed(visitNo);
            }
        });
    }

    private String result(String caseNo) {
        RepairCase c = cases.of(caseNo);
        return caseNo + " " + c.report().location() + ":" + c.stage().label();
    }

    /** What became of each defect and issue, for the record; one line each. */
    @Transactional(readOnly = true)
    public String results(String visitNo) {
        List<String> lines = new ArrayList<>();
        for (VisitDefect d : repository.defects(visitNo)) {
            lines.add(d.caseNo() == null ? d.location() + ":待转报修" : result(d.caseNo()));
        }
        for (VisitIssue i : repository.issues(visitNo)) {
            lines.add(directory.groupName(i.department()) + ":" + (i.answer() == null ? "待答复" : i.answer()));
        }
        return lines.isEmpty() ? "无需处理" : String.join("\n", lines);
    }

    /** Draws up the record once, however often the job runs. */
    public void archiveRecord(String visitNo) {
        Visit visit = visits.of(visitNo);
        if (visit.course().recordNo() != null) {
            return;
        }
        Project project = visits.project(visit.projectCode());
        String recordNo = archive.archive(
                        RecordKind.REVISIT_RECORD,
                        visitNo,
                        filing -> document.write(new RevisitRecordData(
                                filing.recordNo(),
                                visitNo,
                                project.name(),
                                project.ownerName(),
                                project.acceptedOn(),
                                project.address(),
                                visit.course().visitedAt(),
                                visit.course().responsible(),
                                visit.course().interviewees(),
                                visit.channel().label() + "回访。" + visit.course().situation(),
                                found(visitNo),
                                visit.course().result(),
                                directory.displayName(visit.course().verifiedBy()),
                                visit.course().verifiedAt(),
                                filing.createdAt())))
                .recordNo();
        repository.recordNo(visitNo, recordNo);
        story.tell(visitNo, "生成工程回访记录表", recordNo);
    }

    private List<String> found(String visitNo) {
        List<String> found = new ArrayList<>();
        for (VisitDefect d : repository.defects(visitNo)) {
            found.add(d.location() + ":" + d.description() + (d.measured() == null ? "" : "(实测:" + d.measured() + ")"));
        }
        repository
                .issues(visitNo)
                .forEach(i -> found.add("移交" + directory.groupName(i.department()) + ":" + i.content()));
        return found;
    }

    /**
     * The owner signed: the scan is with the visit, or the paper at a named place.
     *
     * @throws InvalidInputException naming {@code recordPlace} if neither is so
     */
    public void signed(String visitNo, String by, LocalDate on, @Nullable String place) {
        Visit visit = visits.of(visitNo);
        currentActor.get().require("只有负责回访的单位可以登记签字", visit.unit(), VisitTeam.STARTERS);
        LocalDate visitedOn = LocalDate.ofInstant(visit.course().visitedAt(), ZONE);
        if (on.isBefore(visitedOn) || on.isAfter(LocalDate.ofInstant(clock.instant(), ZONE))) {
            throw new InvalidInputException("signedOn", "签字日期:应在回访之后、今天之前");
        }
        boolean scanned =
                attachments.ofCase(visitNo).stream().anyMatch(a -> a.purpose() == AttachmentPurpose.SIGNED_SCAN);
        if (!scanned && place == null) {
            throw new InvalidInputException("recordPlace", "纸质件存放位置:尚未上传签字扫描件,请先在回访页面上传,或填写纸质件的存放位置");
        }
        repository.signed(visitNo, by, on, place);
        repository.stage(visitNo, VisitStage.FILING);
        story.tell(visitNo, "业主签字", by + (place == null ? ",签字扫描件已上传" : ",纸质件存放于" + place));
    }

    /** HQ files the record of a group-name project. */
    public void file(String visitNo, @Nullable String note) {
        currentActor.get().require("只有总部生产履约管理岗可以备案", Actor.HQ, Role.PERFORMANCE_OFFICER);
        repository.filed(visitNo, clock.instant(), currentActor.get().userId());
        story.tell(visitNo, "总部备案", note);
    }

    public void close(String visitNo) {
        List<String> open = repository.openRepairs(visitNo);
        if (!open.isEmpty()) {
            throw new IllegalStateException("visit " + visitNo + " has open repairs " + open);
        }
        repository.closed(visitNo, VisitStage.CLOSED, clock.instant());
        story.tell(visitNo, "回访结束", null);
    }

    /**
     * The manager of the planning unit decides whether the visit falls away.
     *
     * @throws NotPermittedException for anybody else
     */
    public void cancelReviewed(String visitNo, boolean approved, @Nullable String remarks) {
        Visit visit = visits.of(visitNo);
        currentActor.get().require("只有负责回访的单位的项目管理部经理可以同意取消", visit.unit(), Role.PMD_MANAGER);
        if (!approved && remarks == null) {
            throw new InvalidInputException("cancelRemarks", "审批意见:不同意时必填");
        }
        if (approved) {
            repository.closed(visitNo, VisitStage.CANCELLED, clock.instant());
        }
        story.tell(visitNo, approved ? "同意取消" : "不同意取消", remarks);
    }
}
