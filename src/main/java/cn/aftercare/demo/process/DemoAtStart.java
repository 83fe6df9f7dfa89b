package cn.aftercare.demo.process;

import cn.aftercare.demo.DemoCase;
import cn.aftercare.demo.DemoCases;
import cn.aftercare.demo.app.DemoProjects;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo data once, in an empty database. A lifecycle bean of the first phase starts when models, people and
 * calendar are in place (those come as soon as every bean exists) and before the web server accepts requests; the job
 * executor waits for the whole application.
 */
@Component
@ConditionalOnProperty(
        name = {"aftercare.demo-cases", "aftercare.demo-logins"},
        havingValue = "true")
class DemoAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);

    private static final String ADMIN = "admin";
    private static final int BATCH = 10;

    private final DemoProjects projects;
    private final DemoWalk walk;
    private final DemoProgress progress;
    private final DemoPeople people;
    private final VirtualTime time;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private volatile boolean running;

    DemoAtStart(
            DemoProjects projects,
            DemoWalk walk,
            DemoProgress progress,
            DemoPeople people,
            VirtualTime time,
            Clock clock,
            TransactionTemplate transaction) {
        this.projects = projects;
        this.walk = walk;
        this.progress = progress;
        this.people = people;
        this.time = time;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        if (progress.complete()) {
            return;
        }
        Instant now = clock.instant();
        if (!progress.begun()) {
            if (people.as(ADMIN, projects::any)) {
                return; // somebody's own projects
            }
            begin(now);
        }
        try {
            cases(now);
        } finally {
            time.reset();
        }
    }

    private void begin(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, FormTime.SHANGHAI);
        transaction.executeWithoutResult(status -> {
            int stored = people.as(ADMIN, () -> projects.store(today));
            progress.casesDone(0);
            LOG.info("Demo: {} projects", stored);
        });
    }

    /** Each case with its whole history is one transaction, and so is there as a whole or not at all. */
    private void cases(Instant now) {
        List<Project> all = people.as(ADMIN, projects::all);
        List<DemoCase> cases = DemoCases.asOf(now, all);
        int failed = 0;
        for (int number = progress.casesDone(); number < cases.size(); number++) {
            DemoCase demo = cases.get(number);
            int done = number + 1;
            try {
                transaction.executeWithoutResult(status -> {
                    walk.walk(demo, done, now);
                    progress.casesDone(done);
                });
            } catch (RuntimeException e) {
                // A demo with a case less is better than none; the next start does not try again.
                LOG.error("Demo: case {} ({}) left out", done, demo.report().projectCode(), e);
                failed++;
                progress.casesDone(done);
            }
            if (done % BATCH == 0 || done == cases.size()) {
                LOG.info("Demo: {} of {} cases", done - failed, cases.size());
            }
        }
        progress.completed();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
