package cn.aftercare.commitment.app;

import cn.aftercare.calendar.CalendarYearImported;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.CaseFacts;
import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentPlan;
import cn.aftercare.commitment.CommitmentPlan.Planned;
import cn.aftercare.commitment.CommitmentPolicy;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.EscalationLevel;
import cn.aftercare.commitment.EscalationPolicy;
import cn.aftercare.commitment.Pause;
import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.PauseRecord;
import cn.aftercare.commitment.app.CommitmentCases.CommitmentCase;
import cn.aftercare.commitment.app.CommitmentClocks.ClockState;
import cn.aftercare.commitment.persistence.CommitmentRepository;
import cn.aftercare.commitment.persistence.PauseRepository;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.ProjectsChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the promises of each case in step with its facts: plans them anew after every change and starts, moves or stops
 * their clocks. Running it twice changes nothing.
 */
@Service
@Transactional
public class CommitmentService {

    private final CommitmentRepository commitments;
    private final PauseRepository pauses;
    private final CommitmentPolicy policy;
    private final EscalationPolicy escalation;
    private final CommitmentCases cases;
    private final CommitmentClocks clocks;
    private final CommitmentNotices notices;
    private final CalendarService calendar;
    private final CurrentActor actor;
    private final Clock clock;

    CommitmentService(
            CommitmentRepository commitments,
            PauseRepository pauses,
            CommitmentPolicy policy,
            EscalationPolicy escalation,
            CommitmentCases cases,
            CommitmentClocks clocks,
            CommitmentNotices notices,
            CalendarService calendar,
            CurrentActor actor,
            Clock clock) {
        this.commitments = commitments;
        this.pauses = pauses;
        this.policy = policy;
        this.escalation = escalation;
        this.cases = cases;
        this.clocks = clocks;
        this.notices = notices;
        this.calendar = calendar;
        this.actor = actor;
        this.clock = clock;
    }

    /** An anchor happened: the promises counted from it begin. The first time stands, but for work begun too early. */
    public void anchored(String caseNo, Anchor anchor, Instant at) {
        CommitmentCase subject = cases.ofCase(caseNo);
        boolean structural = subject.kind() == CaseKind.STRUCTURAL;
        if (structural && anchor == Anchor.STARTED && CommitmentPlan.startedTooEarly(commitments.anchors(caseNo))) {
            commitments.removeAnchor(caseNo, anchor);
        }
        commitments.anchor(caseNo, anchor, at);
        replan(caseNo, subject);
    }

    /** An anchor turned out not to have happened: the promises counted from it are void. */
    public void retracted(String caseNo, Anchor anchor) {
        commitments.removeAnchor(caseNo, anchor);
        replan(caseNo);
    }

    /** Plans the promises of a case from its facts and brings rows, clocks and task dates in line. */
    public void replan(String caseNo) {
        replan(caseNo, cases.ofCase(caseNo));
    }

    private void replan(String caseNo, CommitmentCase subject) {
        List<Pause> stretches = pauses.ofCase(caseNo);
        Map<Anchor, Instant> anchors = commitments.anchors(caseNo);
        var facts = new CaseFacts(
                caseNo,
                subject.unit(),
                subject.kind(),
                subject.emergency(),
                subject.severity(),
                subject.agreement(),
                subject.blocker(),
                subject.requestedAt(),
                anchors,
                stretches,
                subject.overrides());
        List<Planned> planned = new CommitmentPlan(policy, calendar.current()).of(facts);
        int percent = escalation.reminderPercent(subject.kind());
        List<Commitment> existing = commitments.ofCase(caseNo);
        boolean paused = stretches.stream().anyMatch(Pause::open);
        for (Planned plan : planned) {
            Optional<Commitment> known = existing.stream()
                    .filter(c -> c.type() == plan.promise().type()
                            && c.kind() == plan.promise().kind())
                    .findFirst();
            Instant remindAt = plan.deadline().remindAt(percent);
            if (known.map(c -> c.status() == CommitmentStatus.CANCELLED).orElse(true) && tooLate(plan, anchors)) {
                continue;
            }
            if (known.isEmpty()) {
                begin(commitments.insert(caseNo, subject.unit(), plan, remindAt), paused);
            } else {
                adjust(known.get(), plan, remindAt, paused);
            }
        }
        existing.stream()
                .filter(c -> c.status().open())
                .filter(c -> planned.stream()
                        .noneMatch(p ->
                                p.promise().type() == c.type() && p.promise().kind() == c.kind()))
                .forEach(this::cancel);
        clocks.moveTasks(caseNo, commitments.ofCase(caseNo));
    }

    /** The promise was kept at the given instant, in time or late. Nothing happens when it is not open. */
    public void met(String caseNo, CommitmentType type, Instant at) {
        commitments.ofCase(caseNo).stream()
                .filter(c -> c.type() == type && c.status().open())
                .forEach(c -> {
                    // While the clock is paused the deadline recedes, so what is done then is in time.
                    boolean inTime = c.status() == CommitmentStatus.PAUSED || at.isBefore(c.dueAt());
                    commitments.stopped(c.id(), inTime ? CommitmentStatus.MET : CommitmentStatus.MET_LATE, at);
                    clocks.met(c);
                });
    }

    /** The owner refused the result: the promise was not kept after all, and its clock goes on as if never stopped. */
    public void reopened(String caseNo, Set<CommitmentType> types) {
        commitments.ofCase(caseNo).stream()
                .filter(c -> types.contains(c.type()))
                .filter(c -> c.status() == CommitmentStatus.MET || c.status() == CommitmentStatus.MET_LATE)
                .forEach(c -> {
                    commitments.open(c.id(), CommitmentStatus.RUNNING);
                    begin(c, pauses.openSince(caseNo).isPresent());
                });
        clocks.moveTasks(caseNo, commitments.ofCase(caseNo));
    }

    /** The case ended: whatever still runs is cancelled. */
    public void ended(String caseNo) {
        commitments.ofCase(caseNo).stream().filter(c -> c.status().open()).forEach(this::cancel);
    }

    /**
     * Stops the pausable clocks of a case from the given instant on.
     *
     * @throws ConflictException when they are paused already
     */
    public void pause(String caseNo, PauseReason reason, String note, Instant from) {
        Instant now = clock.instant();
        if (from.isAfter(now)) {
            throw new InvalidInputException("from", "暂停开始时间:不能晚于当前时间");
        }
        if (from.isBefore(commitments.anchors(caseNo).getOrDefault(Anchor.RECEIVED, from))) {
            throw new InvalidInputException("from", "暂停开始时间:不能早于接报时间");
        }
        if (pauses.openSince(caseNo).isPresent()) {
            throw new ConflictException("该案件的计时已经暂停,请先恢复");
        }
        if (pauses.ofCase(caseNo).stream().anyMatch(p -> p.to() != null && from.isBefore(p.to()))) {
            throw new InvalidInputException("from", "暂停开始时间:与以前的暂停时段重叠");
        }
        pauses.open(caseNo, reason, note, actor.get().userId(), from);
        commitments.ofCase(caseNo).stream()
                .filter(c -> c.type().pausable() && c.status() == CommitmentStatus.RUNNING)
                .filter(c -> from.isBefore(c.dueAt()))
                .forEach(c -> {
                    commitments.open(c.id(), CommitmentStatus.PAUSED);
                    clocks.paused(c);
                });
        cases.tell(caseNo, "计时暂停", reason.label() + ":" + note);
    }

    @Transactional(readOnly = true)
    public boolean paused(String caseNo) {
        return pausedSince(caseNo).isPresent();
    }

    /** Since when the clocks of a case stand still. */
    @Transactional(readOnly = true)
    public Optional<Instant> pausedSince(String caseNo) {
        return pauses.openSince(caseNo);
    }

    /** The events promises are counted from that have happened. */
    @Transactional(readOnly = true)
    public Map<Anchor, Instant> anchors(String caseNo) {
        return commitments.anchors(caseNo);
    }

    /** Ends the pause; the paused clocks go on with their moved deadlines. */
    public void resume(String caseNo, Instant to) {
        Instant from = pauses.openSince(caseNo).orElseThrow(() -> new ConflictException("该案件的计时没有暂停"));
        if (to.isAfter(clock.instant())) {
            throw new InvalidInputException("to", "恢复时间:不能晚于当前时间");
        }
        if (!to.isAfter(from)) {
            throw new InvalidInputException("to", "恢复时间:必须晚于暂停开始时间");
        }
        pauses.close(caseNo, actor.get().userId(), to);
        replan(caseNo);
        cases.tell(caseNo, "计时恢复", "");
    }

    /** Open deadlines that were computed without the year's holidays are computed again (rules.md, Calendar). */
    @EventListener
    void calendarYearImported(CalendarYearImported imported) {
        commitments.casesWithProvisionalDeadlines().forEach(this::replan);
    }

    /** The warranty letter of a project may have other periods now, which prevail. */
    @EventListener
    void projectsChanged(ProjectsChanged changed) {
        cases.running(changed.projectCodes()).forEach(this::replan);
    }

    /** A commitment with what its chain needs to know of the case. */
    @Transactional(readOnly = true)
    public InCase inCase(long id) {
        Commitment c = commitments.find(id).orElseThrow();
        return new InCase(c, cases.ofCase(c.caseNo()));
    }

    /** A commitment and its case. */
    public record InCase(Commitment commitment, CommitmentCase subject) {}

    /** The reminder is due, and these are to be told, as user or group ids. */
    public void reminded(InCase promise, List<String> to) {
        step(promise, EscalationLevel.REMINDER, promise.commitment().remindAt(), to);
    }

    /** The deadline passed without the promise being kept; gives the promise. */
    public Commitment breached(long id) {
        Commitment c = commitments.find(id).orElseThrow();
        if (c.status() == CommitmentStatus.RUNNING) {
            commitments.open(id, CommitmentStatus.BREACHED);
            cases.tell(c.caseNo(), "承诺逾期", c.label());
        }
        return c;
    }

    /** A level of the chain is reached. */
    public void escalated(InCase promise, EscalationLevel level, Instant dueAt, List<String> to) {
        step(promise, level, dueAt, to);
        Commitment c = promise.commitment();
        cases.tell(c.caseNo(), level.label(), c.label());
    }

    /** A supervisor says what was done about a breach; the chain goes on until the promise is kept. */
    public void supervised(long id, String measure) {
        Commitment c = commitments.find(id).orElseThrow();
        cases.tell(c.caseNo(), "督办措施", c.label() + ":" + measure);
    }

    /** The commitment of this id, as forms and addresses write it. */
    @Transactional(readOnly = true)
    public Optional<Commitment> find(String id) {
        return id.matches("\\d{1,18}") ? commitments.find(Long.parseLong(id)) : Optional.empty();
    }

    /** The steps of a promise's escalation that have fired, in order. */
    @Transactional(readOnly = true)
    public List<CommitmentStep> steps(long id) {
        return commitments.steps(id);
    }

    /** The fired steps of every promise of a case, by the promise's id. */
    @Transactional(readOnly = true)
    public Map<Long, List<CommitmentStep>> stepsOfCase(String caseNo) {
        return commitments.stepsOfCase(caseNo);
    }

    /** What still has to be kept in these cases, first due first. */
    @Transactional(readOnly = true)
    public List<Commitment> openOf(Collection<String> caseNos) {
        return commitments.openOf(caseNos);
    }

    /** The pauses of a case, with who and why. */
    @Transactional(readOnly = true)
    public List<PauseRecord> pausesOf(String caseNo) {
        return pauses.recordsOf(caseNo);
    }

    /**
     * What is going to happen if an open promise is not kept: the levels after the last one that fired, each with the
     * group to be told. A target only reminds; a clock that stands still has nothing coming.
     */
    @Transactional(readOnly = true)
    public List<CommitmentStep> upcoming(Commitment c, CaseKind kind, List<CommitmentStep> fired) {
        if (c.status() != CommitmentStatus.RUNNING && c.status() != CommitmentStatus.BREACHED) {
            return List.of();
        }
        Set<EscalationLevel> reached = fired.stream().map(CommitmentStep::level).collect(Collectors.toSet());
        List<CommitmentStep> coming = new ArrayList<>();
        for (EscalationLevel level : EscalationLevel.values()) {
            if (level == EscalationLevel.REMINDER) {
                if (!reached.contains(level) && clock.instant().isBefore(c.remindAt())) {
                    coming.add(new CommitmentStep(level, c.remindAt(), null, List.of()));
                }
            } else if (c.kind() == CommitmentKind.HARD && !reached.contains(level)) {
                EscalationPolicy.Step step = escalation.step(level, kind);
                coming.add(
                        new CommitmentStep(level, c.dueAt().plus(step.after()), null, List.of(step.groupOf(c.unit()))));
            }
        }
        return coming;
    }

    @Transactional(readOnly = true)
    public List<Commitment> ofCase(String caseNo) {
        return commitments.ofCase(caseNo);
    }

    /** Whoever is recorded as told is told outside the application too, once. */
    private void step(InCase promise, EscalationLevel level, Instant dueAt, List<String> to) {
        Instant now = clock.instant();
        long id = promise.commitment().id();
        Optional<Instant> before = commitments.firedAt(id, level, dueAt);
        if (before.isPresent() && !before.get().isAfter(now)) {
            return;
        }
        if (before.isPresent()) {
            // By a clock that ran ahead; it happens now.
            commitments.unfired(id, level, dueAt);
        }
        commitments.step(id, level, dueAt, now, to);
        notices.reached(promise.commitment(), promise.subject(), level, dueAt, now, to, before.isPresent());
    }

    /** What the size, judged after the acceptance, would have promised of the work: nothing could keep it any more. */
    private static boolean tooLate(Planned plan, Map<Anchor, Instant> anchors) {
        return anchors.containsKey(Anchor.ACCEPTED) && plan.promise().anchor() != Anchor.ACCEPTED;
    }

    private void begin(Commitment c, boolean paused) {
        boolean hold = paused && c.type().pausable();
        if (hold) {
            commitments.open(c.id(), CommitmentStatus.PAUSED);
        }
        String instance = clocks.start(c, hold ? ClockState.PAUSED : ClockState.RUNNING);
        commitments.processInstance(c.id(), instance);
    }

    private void adjust(Commitment known, Planned plan, Instant remindAt, boolean paused) {
        switch (known.status()) {
            case MET, MET_LATE -> {} // a commitment already met stays met
            case PAUSED -> {
                if (!paused || !known.type().pausable()) {
                    move(known, plan, remindAt, paused);
                }
            }
            case RUNNING, BREACHED, CANCELLED -> move(known, plan, remindAt, paused);
        }
    }

    private void move(Commitment known, Planned plan, Instant remindAt, boolean paused) {
        Instant due = plan.deadline().dueAt();
        boolean stillLate =
                known.status() == CommitmentStatus.BREACHED && !clock.instant().isBefore(due);
        CommitmentStatus status = stillLate ? CommitmentStatus.BREACHED : CommitmentStatus.RUNNING;
        if (!known.says(plan, remindAt, status)) {
            commitments.reschedule(known.id(), plan, remindAt, status);
        }
        if (known.processInstanceId() == null) {
            begin(
                    commitments.find(known.id()).orElseThrow(),
                    paused); // its clock was stopped while the promise did not apply
        } else if (known.status() == CommitmentStatus.PAUSED
                || known.status() == CommitmentStatus.BREACHED && !stillLate
                || !known.dueAt().equals(due)
                || !known.remindAt().equals(remindAt)) {
            Commitment moved = commitments.find(known.id()).orElseThrow();
            clocks.changed(moved, reminded(moved) ? ClockState.REMINDED : ClockState.RUNNING);
        }
    }

    /** Nobody is reminded twice, unless the deadline moved so far that the reminder is yet to come. */
    private boolean reminded(Commitment c) {
        return !clock.instant().isBefore(c.remindAt())
                && commitments.steps(c.id()).stream().anyMatch(s -> s.level() == EscalationLevel.REMINDER);
    }

    private void cancel(Commitment c) {
        // What was broken stays broken.
        boolean broken = c.status() == CommitmentStatus.BREACHED;
        commitments.stopped(c.id(), broken ? CommitmentStatus.BREACHED : CommitmentStatus.CANCELLED, null);
        clocks.cancelled(c);
    }
}
