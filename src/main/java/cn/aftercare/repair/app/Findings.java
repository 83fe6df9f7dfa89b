package cn.aftercare.repair.app;

import cn.aftercare.commitment.Severity;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.Finding;
import cn.aftercare.repair.Finding.Conclusion;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.OwnerPays;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.persistence.CaseHistoryRepository;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the defect is and who pays: the engineer proposes, the manager confirms, both findings are kept. */
@Service
@Transactional
public class Findings {

    private final RepairCaseRepository repository;
    private final CaseHistoryRepository history;
    private final RepairCases cases;
    private final ProjectService projects;
    private final CommitmentService commitments;
    private final Triage triage;
    private final Story story;
    private final CurrentActor actor;
    private final Clock clock;

    Findings(
            RepairCaseRepository repository,
            CaseHistoryRepository history,
            RepairCases cases,
            ProjectService projects,
            CommitmentService commitments,
            Triage triage,
            Story story,
            CurrentActor actor,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.cases = cases;
        this.projects = projects;
        this.commitments = commitments;
        this.triage = triage;
        this.story = story;
        this.actor = actor;
        this.clock = clock;
    }

    /** The engineer's proposal from the site. A danger counts at once, everything else when the manager confirms it. */
    public RepairCase survey(String caseNo, Instant surveyedAt, Conclusion conclusion, String method, String evidence) {
        RepairCase c = cases.of(caseNo);
        Instant at = Occurrence.checked(
                "surveyedAt", "勘查时间", surveyedAt, "接报时间", c.report().receivedAt(), clock.instant());
        history.found(caseNo, new Finding(at, actor.get().userId(), Finding.By.ENGINEER, conclusion, evidence));
        repository.method(caseNo, method);
        story.tell(caseNo, "现场勘查", text(conclusion) + ";依据:" + evidence);
        if (conclusion.emergency() || conclusion.structural()) {
            apply(c, conclusion);
        }
        return cases.of(caseNo);
    }

    /**
     * The manager's decision, from now on the case's.
     *
     * @param reason required when it differs from the engineer's proposal
     */
    public RepairCase confirm(String caseNo, Conclusion conclusion, @Nullable String reason) {
        RepairCase c = cases.of(caseNo);
        boolean otherwise = proposal(caseNo).filter(p -> p.equals(conclusion)).isEmpty();
        if (otherwise && reason == null) {
            throw new InvalidInputException("reason", "改判理由:与勘查结论不一致时必填");
        }
        history.found(
                caseNo,
                new Finding(
                        clock.instant(),
                        actor.get().userId(),
                        Finding.By.MANAGER,
                        conclusion,
                        reason == null ? "同意勘查结论" : reason));
        story.tell(caseNo, "确认勘查结论", text(conclusion) + (reason == null ? "" : ";理由:" + reason));
        apply(c, conclusion);
        return cases.of(caseNo);
    }

    /** The engineer's latest proposal. */
    @Transactional(readOnly = true)
    public Optional<Conclusion> proposal(String caseNo) {
        List<Finding> findings = history.findings(caseNo);
        return findings.stream()
                .filter(f -> f.role() == Finding.By.ENGINEER)
                .reduce((a, b) -> b)
                .map(Finding::conclusion);
    }

    /** The basis of the charge was decided by {@code charge-decision}; a paid agreement moves START to its signature. */
    public void charge(String caseNo, ChargeBasis basis) {
        repository.charge(caseNo, basis);
        repository.ownerPays(caseNo, OwnerPays.NOTHING);
        story.tell(caseNo, "收费依据", basis.label());
        commitments.replan(caseNo);
    }

    /** Something came to light during the work; dangers change how the case is treated at once. */
    public void foundAtWork(String caseNo, boolean emergency, boolean structural, String note) {
        RepairCase c = cases.of(caseNo);
        story.tell(caseNo, structural ? "施工发现结构问题" : emergency ? "施工发现紧急险情" : "施工发现责任有变", note);
        if (emergency || structural) {
            dangerous(
                    c,
                    emergency || c.report().emergency(),
                    structural || c.report().structural());
        }
    }

    /** How the case is treated follows its dangers; T0 and what was met stay. */
    void dangerous(RepairCase c, boolean emergency, boolean structural) {
        repository.danger(c.caseNo(), emergency, structural);
        repository.kind(c.caseNo(), triage.kind(structural, emergency));
        commitments.replan(c.caseNo());
    }

    /** Scope, cause and size of a danger, judged once it is over; what kind of case it is stays. */
    public record Cause(boolean ourScope, OurCause ourCause, Severity severity, DefectCategory causeCategory) {

        Conclusion of(RepairCase c) {
            return new Conclusion(
                    ourScope,
                    ourCause,
                    severity,
                    causeCategory,
                    c.report().emergency(),
                    c.report().structural());
        }
    }

    /** The engineer's proposal after a danger. */
    public void establishCause(String caseNo, Instant surveyedAt, Cause cause, String evidence) {
        RepairCase c = cases.of(caseNo);
        Instant at = Occurrence.checked(
                "surveyedAt", "查明时间", surveyedAt, "接报时间", c.report().receivedAt(), clock.instant());
        Conclusion conclusion = cause.of(c);
        history.found(caseNo, new Finding(at, actor.get().userId(), Finding.By.ENGINEER, conclusion, evidence));
        story.tell(caseNo, "查明责任", text(conclusion) + ";依据:" + evidence);
    }

    /** The manager's decision after a danger; {@code reason} as in {@link #confirm}. */
    public RepairCase confirmCause(String caseNo, Cause cause, @Nullable String reason) {
        return confirm(caseNo, cause.of(cases.of(caseNo)), reason);
    }

    /** T0 and what was met stay; only what is promised from now on may differ. */
    private void apply(RepairCase c, Conclusion conclusion) {
        repository.conclusion(c.caseNo(), conclusion);
        var project = projects.find(c.report().projectCode()).orElseThrow();
        repository.entitlement(
                c.caseNo(),
                conclusion.causeCategory(),
                projects.judge(project, conclusion.causeCategory(), c.report().receivedAt()));
        repository.kind(c.caseNo(), triage.kind(conclusion.structural(), conclusion.emergency()));
        commitments.replan(c.caseNo());
    }

    private static String text(Conclusion c) {
        return c.causeCategory().label() + "," + (c.ourScope() ? "我司施工范围" : "非我司施工范围") + ","
                + c.ourCause().label() + "," + c.severity().label() + (c.emergency() ? ",紧急" : "")
                + (c.structural() ? ",涉及结构安全" : "");
    }
}
