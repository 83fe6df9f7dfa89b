package cn.aftercare.operation.app;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps watch beside the job executor, with threads nobody else uses: what looks whether the others work must not need
 * them. The first look is after a whole standstill's time, so that the work left over from the night before a start is no
 * alarm. Where no job executor runs (in tests) nothing is due by itself, and there is no watch.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class Lookout implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final JobWatch jobs;
    private final MailWatch mail;
    private final OperationSettings settings;

    private volatile ScheduledExecutorService threads;

    Lookout(JobWatch jobs, MailWatch mail, OperationSettings settings) {
        this.jobs = jobs;
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public void start() {
        // One each: a mail server that hangs shall not keep the jobs from being watched.
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(task, "lookout");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.watchEvery().toMillis();
        pool.scheduleWithFixedDelay(safely(jobs::look), settings.standstill().toMillis(), every, TimeUnit.MILLISECONDS);
        pool.scheduleWithFixedDelay(safely(mail::look), 0, every, TimeUnit.MILLISECONDS);
        threads = pool;
    }

    /** What throws is never scheduled again. */
    private static Runnable safely(Runnable look) {
        return () -> {
            try {
                look.run();
            } catch (RuntimeException e) {
                LOG.error("the lookout sees nothing: {}", e.getMessage(), e);
            }
        };
    }

    @Override
    public void stop() {
        threads.shutdownNow();
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
