package cn.aftercare.inspection.app;

import cn.aftercare.inspection.Compilation;
import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Matter;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportLine;
import cn.aftercare.inspection.ReportMonth;
import cn.aftercare.inspection.ReportStatus;
import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.persistence.RectificationFacts;
import cn.aftercare.inspection.persistence.ReportRepository;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the monthly report of each branch and compiles it from repairs and findings. */
@Service
@Transactional
public class MonthlyReports {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** So many months can still be started by hand. */
    private static final int MONTHS_BACK = 6;

    private final ReportRepository reports;
    private final RectificationFacts facts;
    private final InspectionFlow flow;
    private final InspectionPolicy policy;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    MonthlyReports(
            ReportRepository reports,
            RectificationFacts facts,
            InspectionFlow flow,
            InspectionPolicy policy,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.reports = reports;
        this.facts = facts;
        this.flow = flow;
        this.policy = policy;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /**
     * Starts the report of the newest complete month for every branch that has group-name projects and no such report.
     *
     * @return report numbers
     */
    public List<String> startDue() {
        ReportMonth month = ReportMonth.lastComplete(today());
        return facts.reportingUnits().stream()
                .flatMap(unit -> opened(unit, month).stream())
                .map(report -> {
                    flow.startReport(report);
                    return report.reportNo();
                })
                .toList();
    }

    /** Codes of the branches the acting person may start a report for. */
    @Transactional(readOnly = true)
    public List<String> startable() {
        Actor actor = currentActor.get();
        return facts.reportingUnits().stream()
                .filter(unit -> mayStart(actor, unit))
                .toList();
    }

    /** The months that can be started by hand, the newest first. */
    @Transactional(readOnly = true)
    public List<ReportMonth> months() {
        List<ReportMonth> months = new ArrayList<>();
        ReportMonth month = ReportMonth.lastComplete(today());
        for (int i = 0; i < MONTHS_BACK; i++) {
            months.add(month);
            month = month.before();
        }
        return months;
    }

    private static boolean mayStart(Actor actor, String unit) {
        return actor.hasRole(unit, Role.PERFORMANCE_OFFICER) || actor.hasRole(Actor.HQ, Role.PERFORMANCE_OFFICER);
    }

    /**
     * A report started by hand; the flow is already under way.
     *
     * @param month such as {@code 2026-05}
     * @throws NotPermittedException unless the actor is a performance officer of the unit or of headquarters
     * @throws ConflictException if the month is being reported or was
     */
    public RectificationReport startedByHand(String unit, String month) {
        if (!mayStart(currentActor.get(), unit)) {
            throw new NotPermittedException("只有报送单位或总部的生产履约管理岗可以启动整改情况报送");
        }
        if (!facts.reportingUnits().contains(unit)) {
            throw new InvalidInputException("unit", "报送单位:没有集团名义承接(总部授权)的工程,不需要报送");
        }
        ReportMonth wanted = months().stream()
                .filter(m -> m.month().toString().equals(month))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("month", "报送月份:应为最近" + MONTHS_BACK + "个已截止的报送月"));
        return opened(unit, wanted)
                .orElseThrow(
                        () -> new ConflictException(wanted.label() + "的整改情况报送已经启动(" + wanted.reportNo(unit) + ")"));
    }

    /** Empty if somebody has opened it before; only behind the lock it is certain that nobody has. */
    private Optional<RectificationReport> opened(String unit, ReportMonth month) {
        reports.lockUnit(unit);
        if (reports.find(month.reportNo(unit)).isPresent()) {
            return Optional.empty();
        }
        RectificationReport report = new RectificationReport(
                month.reportNo(unit),
                unit,
                month,
                ReportStatus.COMPILING,
                month.dueAt(),
                month.dueAt(),
                clock.instant(),
                null,
                new RectificationReport.Submitted(null, null, null, null),
                new RectificationReport.Review(null, null, null));
        reports.insert(report);
        story.tell(report.reportNo(), "启动报送", month.label() + "(" + month.firstDay() + "至" + month.lastDay() + ")");
        return Optional.of(report);
    }

    /** The deadline of the report as it stands. */
    public Term term(RectificationReport report) {
        return report.status() == ReportStatus.RETURNED
                ? Term.until(report.review().at(), report.currentDueAt(), policy.rule(Matter.RESUBMIT))
                : Term.until(report.startedAt(), report.currentDueAt(), policy.rule(Matter.REPORT));
    }

    /** Fills the report once, however often the job runs. */
    public void compile(String reportNo) {
        RectificationReport report = locked(reportNo);
        if (report.compiledAt() != null) {
            return;
        }
        Compilation compilation = new Compilation(
                reports.reportedSince(report.unit()), report.month().to());
        List<ReportLine> lines =
                compilation.lines(facts.of(report.unit(), reportNo, compilation.since(), compilation.to()));
        reports.compiled(reportNo, clock.instant(), lines);
        story.tell(reportNo, "汇总整改情况", lines.isEmpty() ? "本月无整改事项" : lines.size() + "项");
    }

    /** A report the engine is working on. */
    @Transactional(readOnly = true)
    public RectificationReport of(String reportNo) {
        return reports.find(reportNo).orElseThrow(() -> new IllegalStateException("no report " + reportNo));
    }

    RectificationReport locked(String reportNo) {
        return reports.lock(reportNo).orElseThrow(() -> new IllegalStateException("no report " + reportNo));
    }

    /**
     * The report, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public RectificationReport visible(String reportNo) {
        return reports.find(reportNo)
                .filter(r -> currentActor.get().maySee(r.unit()))
                .orElseThrow(() -> new NotFoundException("没有整改情况报送 " + reportNo));
    }

    /** How many lines the report has in all, or in one state. */
    @Transactional(readOnly = true)
    public long count(String reportNo) {
        return reports.countLines(reportNo);
    }

    @Transactional(readOnly = true)
    public long count(String reportNo, ReportLine.State state) {
        return reports.countLines(reportNo, state);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
