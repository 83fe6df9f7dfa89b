package cn.aftercare.platform.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Moves the one clock of engine and application through the past, so that the demo cases get a history with their timers
 * fired when they were due. It exists only where demo cases are wanted, and only the demo room may use it. The clock is
 * the whole program's: nothing else may run meanwhile, and {@link #reset} belongs into a finally.
 */
@Component
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
public class VirtualTime {

    private final ManagementService management;
    private final HistoryService history;
    private final ProcessEngine engine;

    VirtualTime(ManagementService management, HistoryService history, ProcessEngine engine) {
        this.management = management;
        this.history = history;
        this.engine = engine;
    }

    /** Stops the clock at the instant; no job runs by that. */
    public void set(Instant instant) {
        refuseWithJobExecutor();
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** Moves the clock on to the instant, stopping at the due date of every job on the way to run it. */
    public void advance(Instant to) {
        while (runNextDueJob(to)) {
            // the jobs of a job are found by the next round
        }
        if (now().isBefore(to)) {
            set(to);
        }
    }

    /** Runs what is due by now, without moving the clock. */
    public void runDueJobs() {
        advance(now());
    }

    /** Back to the real time. */
    public void reset() {
        ClockUtil.reset();
    }

    private boolean runNextDueJob(Instant until) {
        refuseWithJobExecutor();
        // The nightly cleaning of the history says when it wants to run again only after the commit: within a
        // transaction of
        // the caller's it would be due for ever. It belongs to no case.
        Set<String> cleaning =
                history.findHistoryCleanupJobs().stream().map(Job::getId).collect(Collectors.toSet());
        // "Lower than" leaves out the instant itself, which is in time.
        Optional<Job> next = management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1 + cleaning.size())
                .stream()
                .filter(job -> !cleaning.contains(job.getId()))
                .findFirst();
        if (next.isEmpty()) {
            return false;
        }
        Instant due = next.get().getDuedate().toInstant();
        if (due.isAfter(now())) {
            set(due);
        }
        management.executeJob(next.get().getId());
        return true;
    }

    /** What the clock shows. */
    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Its threads would see, and act at, the wrong time. */
    private void refuseWithJobExecutor() {
        if (((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .isActive()) {
            throw new IllegalStateException("the clock does not move while the job executor is running");
        }
    }
}
