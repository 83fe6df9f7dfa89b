package cn.aftercare.repair.app;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.AcceptanceRound;
import cn.aftercare.repair.Blocker;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.persistence.CaseHistoryRepository;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work on site, from the plan to the owner's acceptance (R-09, R-28, R-29, R-35..R-37, R-68..R-72). */
@Service
@Transactional
public class SiteWork {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final RepairCaseRepository repository;
    private final CaseHistoryRepository history;
    private final RepairCases cases;
    private final CommitmentService commitments;
    private final Story story;
    private final Clock clock;

    SiteWork(
            RepairCaseRepository repository,
            CaseHistoryRepository history,
            RepairCases cases,
            CommitmentService commitments,
            Story story,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.cases = cases;
        this.commitments = commitments;
        this.story = story;
        this.clock = clock;
    }

    /** The owner was told the plan. */
    public void planFedBack(String caseNo, String plan, Instant plannedStartAt, String informed) {
        if (plannedStartAt.isBefore(cases.of(caseNo).report().receivedAt())) {
            throw new InvalidInputException("plannedStartAt", "计划启动时间:不能早于接报时间");
        }
        repository.plan(caseNo, plan, plannedStartAt, informed);
        story.tell(caseNo, "反馈维修计划", "计划启动 " + MINUTE.format(plannedStartAt) + ",已告知" + informed + ";" + plan);
    }

    /** @return when the first visit was agreed with the owner */
    public Instant appointmentAgreed(String caseNo, Instant agreedAt, Instant appointmentAt) {
        RepairCase c = cases.of(caseNo);
        Instant at = happened("agreedAt", "约定达成时间", agreedAt, "接报时间", c.report().receivedAt());
        if (appointmentAt.isBefore(at)) {
            throw new InvalidInputException("appointmentAt", "上门时间:不能早于约定达成时间");
        }
        repository.appointment(caseNo, appointmentAt);
        story.tell(caseNo, "约定维修时间", "上门时间 " + MINUTE.format(appointmentAt));
        return at;
    }

    /** Material in place, time agreed, registered with the property manager. */
    public void conditionsMet(String caseNo, @Nullable String note) {
        story.tell(caseNo, "具备开工条件", note);
    }

    /** @return since when the work has been waiting */
    public Instant conditionsMissing(String caseNo, PauseReason reason, String note, Instant since) {
        Instant at = happened(
                "since", "等待起始时间", since, "接报时间", cases.of(caseNo).report().receivedAt());
        story.tell(caseNo, "不具备开工条件", reason.label() + ":" + note);
        return at;
    }

    /** @return until when the work had been waiting */
    public Instant waitingOver(String caseNo, Instant until, @Nullable String note) {
        Instant at = happened(
                "resumedAt", "条件具备时间", until, "接报时间", cases.of(caseNo).report().receivedAt());
        commitments.pausedSince(caseNo).filter(from -> !at.isAfter(from)).ifPresent(from -> {
            throw new InvalidInputException("resumedAt", "条件具备时间:必须晚于等待起始时间 " + MINUTE.format(from));
        });
        story.tell(caseNo, "等待结束", note);
        return at;
    }

    /** Hoarding and guidance stand where public areas are touched. */
    public void hoardingSetUp(String caseNo, String note) {
        story.tell(caseNo, "设置围挡与引导", note);
    }

    /** @param blocker what keeps it from being solved today, or null @return when the work started */
    public Instant started(String caseNo, Instant startedAt, @Nullable Blocker blocker, @Nullable String blockerNote) {
        if (commitments.paused(caseNo)) {
            throw new InvalidInputException("startedAt", "开工时间:该案件的计时处于暂停中,请先在案件页面恢复计时");
        }
        if (blocker != null && blockerNote == null) {
            throw new InvalidInputException("blockerNote", "障碍说明:登记了当天不能解决的原因时必填");
        }
        Instant at = happened(
                "startedAt",
                "开工时间",
                startedAt,
                "接报时间",
                cases.of(caseNo).report().receivedAt());
        repository.blocker(caseNo, blocker, blockerNote);
        story.tell(
                caseNo,
                "开工",
                MINUTE.format(at) + (blocker == null ? "" : ";当天不能解决:" + blocker.label() + "," + blockerNote));
        return at;
    }

    /** @return when the function was restored */
    public Instant functionRestored(String caseNo, Instant restoredAt, String note) {
        Instant at = happened("restoredAt", "恢复时间", restoredAt, "开工时间", startOf(caseNo));
        story.tell(caseNo, "恢复使用功能", note);
        return at;
    }

    /** The work of a round is done; after a refused acceptance a new round begins at the company's cost. */
    public void workDone(String caseNo, String work, String responsible, Instant finishedAt) {
        List<AcceptanceRound> rounds = history.rounds(caseNo);
        AcceptanceRound last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        boolean rework = last != null && Boolean.FALSE.equals(last.accepted());
        int round = last == null ? 1 : rework ? last.roundNo() + 1 : last.roundNo();
        Instant at = rework
                ? happened("finishedAt", "完成时间", finishedAt, "上次验收时间", last.decidedAt())
                : happened("finishedAt", "完成时间", finishedAt, "开工时间", startOf(caseNo));
        history.work(caseNo, round, work, at, responsible);
        story.tell(caseNo, round > 1 ? "返工完成(公司承担费用)" : "施工完成", work + "(旁站监督、成品保护、清理现场已落实)");
    }

    /** @return when the work that was checked had been finished */
    public Instant selfChecked(String caseNo, boolean passed, @Nullable String note) {
        if (!passed && note == null) {
            throw new InvalidInputException("selfCheckNote", "自检说明:不合格时必填");
        }
        AcceptanceRound round = lastRound(caseNo);
        history.selfCheck(caseNo, round.roundNo(), passed, note);
        story.tell(caseNo, passed ? "自检合格" : "自检不合格", note);
        return round.finishedAt();
    }

    /** @return when the owner decided */
    public Instant decided(
            String caseNo, boolean accepted, String ownerRepresentative, Instant decidedAt, @Nullable String remarks) {
        if (!accepted && remarks == null) {
            throw new InvalidInputException("remarks", "验收意见:不合格时必填");
        }
        AcceptanceRound round = lastRound(caseNo);
        Instant at = happened("decidedAt", "验收时间", decidedAt, "维修完成时间", round.finishedAt());
        history.decision(caseNo, round.roundNo(), accepted, ownerRepresentative, at, remarks);
        story.tell(
                caseNo, accepted ? "业主验收合格" : "业主验收不合格", ownerRepresentative + (remarks == null ? "" : ":" + remarks));
        return at;
    }

    private AcceptanceRound lastRound(String caseNo) {
        List<AcceptanceRound> rounds = history.rounds(caseNo);
        return rounds.get(rounds.size() - 1);
    }

    private Instant startOf(String caseNo) {
        return commitments
                .anchors(caseNo)
                .getOrDefault(Anchor.STARTED, cases.of(caseNo).report().receivedAt());
    }

    private Instant happened(String field, String label, Instant at, String cause, Instant earliest) {
        return Occurrence.checked(field, label, at, cause, earliest, clock.instant());
    }
}
