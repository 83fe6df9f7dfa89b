package cn.aftercare.inspection.app;

import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Matter;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportStatus;
import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.app.InspectionNotices.Notice;
import cn.aftercare.inspection.persistence.ReportRepository;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the compiled report to the filed one: the branch remarks and confirms, headquarters receives or sends back. */
@Service
@Transactional
public class ReportReview {

    private static final int REMARK = 500;

    private final ReportRepository repository;
    private final MonthlyReports reports;
    private final ReportSheets sheets;
    private final InspectionPolicy policy;
    private final InspectionNotices notices;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    ReportReview(
            ReportRepository repository,
            MonthlyReports reports,
            ReportSheets sheets,
            InspectionPolicy policy,
            InspectionNotices notices,
            Directory directory,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.repository = repository;
        this.reports = reports;
        this.sheets = sheets;
        this.policy = policy;
        this.notices = notices;
        this.directory = directory;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** Whether the acting person may add remarks to the lines now. */
    @Transactional(readOnly = true)
    public boolean mayRemark(RectificationReport report) {
        return confirming(report) && currentActor.get().hasRole(report.unit(), Role.PERFORMANCE_OFFICER);
    }

    private static boolean confirming(RectificationReport report) {
        return report.status() == ReportStatus.CONFIRMING || report.status() == ReportStatus.RETURNED;
    }

    /**
     * The branch adds its own words to a line, or takes them back; what was compiled stays as it is.
     *
     * @param remark null or blank: none
     * @throws NotPermittedException unless the actor is a performance officer of the branch
     * @throws ConflictException when the report is with headquarters
     */
    public void remark(String reportNo, int seq, @Nullable String remark) {
        RectificationReport report = entrusted(reportNo);
        String text = remark == null || remark.isBlank() ? null : remark.strip();
        if (text != null && text.length() > REMARK) {
            throw new InvalidInputException("remark", "说明:不能超过" + REMARK + "个字");
        }
        if (seq < 1 || seq > repository.countLines(reportNo)) {
            throw new NotFoundException("没有第" + seq + "项");
        }
        repository.remark(report.reportNo(), seq, text);
        story.tell(reportNo, "逐项说明", "第" + seq + "项:" + (text == null ? "撤回说明" : text));
    }

    /** The branch confirms and reports. */
    public void confirm(String reportNo, @Nullable String remarks) {
        entrusted(reportNo);
        repository.submitted(reportNo, clock.instant(), currentActor.get().userId(), remarks);
        story.tell(reportNo, "确认报送", remarks);
    }

    private RectificationReport entrusted(String reportNo) {
        RectificationReport report = reports.locked(reportNo);
        currentActor.get().require("只有本单位生产履约管理岗可以确认整改情况", report.unit(), Role.PERFORMANCE_OFFICER);
        if (!confirming(report)) {
            throw new ConflictException("整改情况报送" + report.status().label() + ",不能修改");
        }
        return report;
    }

    /** When headquarters is to receive what it was sent now. */
    public Term receiving() {
        return Term.days(clock.instant(), policy.rule(Matter.RECEIVE));
    }

    /**
     * Headquarters receives the report, or sends it back with remarks and a new deadline.
     *
     * @return the report as it is now
     */
    public RectificationReport review(String reportNo, boolean received, @Nullable String remarks) {
        RectificationReport report = reports.locked(reportNo);
        Actor actor = currentActor.get();
        actor.require("只有总部生产履约管理岗可以接收整改情况", Actor.HQ, Role.PERFORMANCE_OFFICER);
        if (report.status() != ReportStatus.SUBMITTED) {
            throw new ConflictException("整改情况报送" + report.status().label() + ",不能审核");
        }
        if (!received && remarks == null) {
            throw new InvalidInputException("reviewRemarks", "审核意见:退回时必填");
        }
        Instant now = clock.instant();
        Instant again = Term.days(now, policy.rule(Matter.RESUBMIT)).dueAt();
        repository.reviewed(
                reportNo,
                received ? ReportStatus.RECEIVED : ReportStatus.RETURNED,
                now,
                actor.userId(),
                remarks,
                received || again.isBefore(report.currentDueAt()) ? report.currentDueAt() : again);
        story.tell(reportNo, received ? "总部接收" : "总部退回", remarks);
        return reports.of(reportNo);
    }

    /** Files the report with its workbook, once, however often the job runs. */
    public void archive(String reportNo) {
        RectificationReport report = reports.locked(reportNo);
        if (report.status() != ReportStatus.ARCHIVED) {
            repository.archived(reportNo, clock.instant(), sheets.write(report));
            story.tell(reportNo, "归档", null);
        }
    }

    public void remind(String reportNo) {
        RectificationReport report = reports.of(reportNo);
        notices.remind(notice(report), List.of(Role.PERFORMANCE_OFFICER.groupOf(report.unit())));
    }

    /** The branch's manager, and headquarters, which waits for it. */
    public void late(String reportNo) {
        RectificationReport report = reports.of(reportNo);
        notices.late(
                notice(report),
                List.of(Role.PMD_MANAGER.groupOf(report.unit()), Role.PERFORMANCE_OFFICER.groupOf(Actor.HQ)));
    }

    private Notice notice(RectificationReport report) {
        String unit = directory.unitName(report.unit());
        return new Notice(
                report.reportNo(),
                report.unit(),
                "report-" + report.reportNo(),
                report.currentDueAt(),
                unit + report.month().label() + "整改情况报送",
                "单位:" + unit + "\n月份:" + report.month().label() + "\n状态:"
                        + report.status().label() + "\n共" + repository.countLines(report.reportNo()) + "项");
    }

    /** Headquarters is reminded of what it has not received. */
    public void remindReceipt(String reportNo) {
        RectificationReport report = reports.of(reportNo);
        notices.remind(receipt(report), List.of(Role.PERFORMANCE_OFFICER.groupOf(Actor.HQ)));
    }

    /** Headquarters' own manager hears that nobody has received the report. */
    public void receiptLate(String reportNo) {
        RectificationReport report = reports.of(reportNo);
        notices.late(
                receipt(report),
                List.of(Role.PERFORMANCE_OFFICER.groupOf(Actor.HQ), Role.PMD_MANAGER.groupOf(Actor.HQ)));
    }

    private Notice receipt(RectificationReport report) {
        Notice sent = notice(report);
        Instant sentAt = Objects.requireNonNull(report.submitted().at(), "a report that was sent");
        return new Notice(
                sent.number(),
                sent.unit(),
                "receipt-" + report.reportNo(),
                Term.days(sentAt, policy.rule(Matter.RECEIVE)).dueAt(),
                "接收" + sent.title(),
                sent.text());
    }

    /**
     * A manager sees to what is late.
     *
     * @param receipt whether headquarters is late with receiving; else the branch with reporting
     */
    public void supervised(String reportNo, boolean receipt, String measures) {
        String unit = receipt ? Actor.HQ : reports.of(reportNo).unit();
        currentActor.get().require(receipt ? "只有总部项目管理部经理可以督办接收" : "只有报送单位的项目管理部经理可以督办", unit, Role.PMD_MANAGER);
        story.tell(reportNo, "督办", measures);
    }
}
