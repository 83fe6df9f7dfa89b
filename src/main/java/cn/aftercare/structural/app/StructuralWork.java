package cn.aftercare.structural.app;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Severity;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.Story;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import cn.aftercare.structural.RepairScheme;
import cn.aftercare.structural.SafetyMeasure;
import cn.aftercare.structural.StructuralCase;
import cn.aftercare.structural.StructuralCase.Channel;
import cn.aftercare.structural.StructuralCase.DesignerAnswer;
import cn.aftercare.structural.persistence.StructuralRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Report, safety measures, the owner's duty, the scheme, filing and closing report of a structural case (R-06..R-09). */
@Service
@Transactional
public class StructuralWork {

    private final StructuralRepository structural;
    private final StructuralLetters letters;
    private final RepairCases cases;
    private final RepairCaseRepository repository;
    private final AttachmentService attachments;
    private final CommitmentService commitments;
    private final Story story;
    private final ProjectService projects;
    private final Notifications notifications;
    private final CurrentActor actor;
    private final Clock clock;

    StructuralWork(
            StructuralRepository structural,
            StructuralLetters letters,
            RepairCases cases,
            RepairCaseRepository repository,
            AttachmentService attachments,
            CommitmentService commitments,
            Story story,
            ProjectService projects,
            Notifications notifications,
            CurrentActor actor,
            Clock clock) {
        this.structural = structural;
        this.letters = letters;
        this.cases = cases;
        this.repository = repository;
        this.attachments = attachments;
        this.commitments = commitments;
        this.story = story;
        this.projects = projects;
        this.notifications = notifications;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<StructuralCase> find(String caseNo) {
        return structural.find(caseNo);
    }

    @Transactional(readOnly = true)
    public List<SafetyMeasure> measures(String caseNo) {
        return structural.measures(caseNo);
    }

    @Transactional(readOnly = true)
    public List<RepairScheme> schemes(String caseNo) {
        return structural.schemes(caseNo);
    }

    /** The report letter, drawn up anew for each classification. */
    public void drawUpReport(String caseNo) {
        String no = letters.report(cases.of(caseNo), classifiedAt(caseNo));
        structural.letter(caseNo, no);
        story.tell(caseNo, "编制报告函", no);
    }

    /** @return when the authority was told */
    public Instant reported(String caseNo, Instant reportedAt, String recipient, String channel, String receiptNo) {
        Instant at = happened("reportedAt", "报告时间", reportedAt, "接报时间", received(caseNo));
        structural.reported(caseNo, at, recipient, Channel.valueOf(channel), receiptNo);
        story.tell(caseNo, "报告监督机构", recipient + ";" + Channel.valueOf(channel).label() + ";回执编号 " + receiptNo);
        tell(cases.of(caseNo), at, recipient, Channel.valueOf(channel), receiptNo);
        return at;
    }

    /** Who answers for the structure, here and at HQ, need not ask whether the authority knows. */
    private void tell(RepairCase c, Instant at, String recipient, Channel channel, String receiptNo) {
        String project = projects.find(c.report().projectCode()).orElseThrow().name();
        notifications.send(Notification.ofCase(
                "report-" + c.caseNo() + "-" + at.getEpochSecond(),
                NotificationKind.REPORT,
                c.caseNo(),
                c.unit(),
                true,
                "【" + NotificationKind.REPORT.label() + "】" + c.kind().label() + " 已报告监督机构 " + c.caseNo() + " "
                        + project,
                String.join(
                        "\n",
                        "案件:" + c.caseNo() + "(" + c.kind().label() + ")",
                        "项目:" + project,
                        "部位:" + c.report().location(),
                        "报告:" + FormTime.readable(at) + " " + channel.label(),
                        "接收单位:" + recipient,
                        "回执编号:" + receiptNo),
                List.of(Role.PMD_MANAGER.groupOf(c.unit()), Role.PMD.groupOf(Actor.HQ))));
    }

    /** A measure counts with its photo: each needs one of its own. */
    public void measureTaken(String caseNo, Instant takenAt, String measure) {
        Instant at = happened("takenAt", "措施完成时间", takenAt, "接报时间", received(caseNo));
        long photos = attachments.ofCase(caseNo).stream()
                .filter(a -> a.purpose() == AttachmentPurpose.PHOTO)
                .count();
        if (photos <= structural.measures(caseNo).size()) {
            throw new InvalidInputException("measure", "安全措施:请先在案件页面上传该项措施的现场照片(用途选“现场照片”)");
        }
        structural.measure(caseNo, new SafetyMeasure(at, measure, actor.get().userId()));
        story.tell(caseNo, "落实安全措施", measure);
    }

    /** @return when the owner was told */
    public Instant ownerTold(String caseNo, Instant toldAt, String whom, String how, String note) {
        Instant at = happened("toldAt", "告知时间", toldAt, "接报时间", received(caseNo));
        structural.ownerTold(caseNo, at, whom, Channel.valueOf(how), note);
        story.tell(caseNo, "告知业主报告义务", whom + ";" + Channel.valueOf(how).label() + ";" + note);
        return at;
    }

    /** @return whether the original design unit draws up the scheme */
    public boolean designerAsked(
            String caseNo, Instant askedAt, String designer, DesignerAnswer answer, String evidence) {
        happened("askedAt", "征询时间", askedAt, "接报时间", received(caseNo));
        structural.designer(caseNo, designer, answer, evidence);
        story.tell(caseNo, "征询原设计单位", designer + ":" + answer.label() + ";" + evidence);
        return answer == DesignerAnswer.ACCEPTS;
    }

    /** Nothing less than name, class and certificate number is accepted. */
    public void designerEngaged(String caseNo, Instant engagedAt, String name, String unitClass, String certificate) {
        happened("engagedAt", "委托时间", engagedAt, "接报时间", received(caseNo));
        structural.engaged(caseNo, name, unitClass, certificate);
        story.tell(caseNo, "委托有资质单位", name + ";" + unitClass + ";证书编号 " + certificate);
    }

    public void schemeReceived(String caseNo, Instant receivedAt, String title, String summary) {
        Instant at = happened("receivedAt", "收到时间", receivedAt, "接报时间", received(caseNo));
        structural.scheme(caseNo, structural.schemes(caseNo).size() + 1, title, summary, at);
        story.tell(caseNo, "登记保修方案", title);
    }

    /** @return when the review was decided; from then on the case is repaired as a major one */
    public Instant schemeReviewed(String caseNo, boolean accepted, Instant decidedAt, @Nullable String remarks) {
        if (!accepted && remarks == null) {
            throw new InvalidInputException("reviewRemarks", "审查意见:不通过时必填");
        }
        List<RepairScheme> schemes = structural.schemes(caseNo);
        RepairScheme latest = schemes.get(schemes.size() - 1);
        Instant at = happened("decidedAt", "审查时间", decidedAt, "收到方案时间", latest.receivedAt());
        structural.reviewed(caseNo, latest.version(), accepted, at, remarks);
        if (accepted) {
            repository.severity(caseNo, Severity.MAJOR);
        }
        story.tell(caseNo, accepted ? "保修方案通过" : "保修方案退回", latest.title() + (remarks == null ? "" : ":" + remarks));
        return at;
    }

    public void withdrawalJudged(String caseNo, boolean agrees, String remarks) {
        story.tell(caseNo, agrees ? "同意撤销结构认定" : "不同意撤销结构认定", remarks);
    }

    /** Not structural after all: the case is an ordinary one with its clocks as they would have been. */
    public void classificationWithdrawn(String caseNo) {
        repository.danger(caseNo, false, false);
        repository.kind(caseNo, CaseKind.ORDINARY);
        commitments.retracted(caseNo, Anchor.CLASSIFIED);
        story.tell(caseNo, "撤销结构认定", "转回一般维修,各项计时按原规则恢复");
    }

    public void filed(String caseNo, Instant filedAt, String filingNo) {
        Instant at = happened("filedAt", "备案时间", filedAt, "接报时间", received(caseNo));
        structural.filed(caseNo, filingNo, at);
        story.tell(caseNo, "登记备案", filingNo);
    }

    public void drawUpClosing(String caseNo) {
        RepairCase c = cases.of(caseNo);
        String no = letters.closing(
                c, structural.find(caseNo).orElseThrow(), structural.measures(caseNo), structural.schemes(caseNo));
        structural.closing(caseNo, no);
        story.tell(caseNo, "编制结案报告", no);
    }

    public void closingSubmitted(String caseNo, Instant submittedAt, String receiptNo) {
        Instant at = happened("submittedAt", "报送时间", submittedAt, "接报时间", received(caseNo));
        structural.closingSubmitted(caseNo, at, receiptNo);
        story.tell(caseNo, "报送结案报告", "回执编号 " + receiptNo);
    }

    private Instant classifiedAt(String caseNo) {
        return commitments.anchors(caseNo).getOrDefault(Anchor.CLASSIFIED, clock.instant());
    }

    private Instant received(String caseNo) {
        return cases.of(caseNo).report().receivedAt();
    }

    private Instant happened(String field, String label, Instant at, String cause, Instant earliest) {
        return Occurrence.checked(field, label, at, cause, earliest, clock.instant());
    }
}
