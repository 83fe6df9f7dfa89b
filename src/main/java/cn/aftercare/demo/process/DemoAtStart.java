package cn.aftercare.demo.process;

import cn.aftercare.demo.DemoCase;
import cn.aftercare.demo.DemoCases;
import cn.aftercare.demo.app.DemoProjects;
import cn.aftercare.demo.process.DemoProgress.Mark;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        Mark mark = progress.read().orElseGet(this::begin);
        if (mark != null && !mark.complete()) {
            try {
                cases(mark);
            } finally {
                time.reset();
            }
        }
    }

    /** Stores the projects, unless there are any: those are somebody's own. */
    private @Nullable Mark begin() {
        if (people.as(ADMIN, projects::any)) {
            return null;
        }
        Mark mark = new Mark(clock.instant().truncatedTo(ChronoUnit.SECONDS), 0, false);
        transaction.executeWithoutResult(status -> {
            LocalDate today = LocalDate.ofInstant(mark.asOf(), FormTime.SHANGHAI);
            LOG.info("Demo: {} projects", people.as(ADMIN, () -> projects.store(today)));
            progress.write(mark);
        });
        return mark;
    }

    /** Each case with its whole history is one transaction, and so is there as a whole or not at all. */
    private void cases(Mark from) {
        List<DemoCase> cases = DemoCases.asOf(from.asOf(), people.as(ADMIN, projects::all));
        for (int done = from.done() + 1; done <= cases.size(); done++) {
            make(cases.get(done - 1), from.with(done));
            if (done % BATCH == 0 || done == cases.size()) {
                LOG.info("Demo: {} of {} cases", done, cases.size());
            }
        }
        progress.write(from.with(cases.size()).completed());
    }

    private void make(DemoCase demo, Mark then) {
        try {
            transaction.executeWithoutResult(status -> {
                walk.walk(demo, then.done(), then.asOf());
                progress.write(then);
            });
        } catch (RuntimeException e) {
            // A demo that lacks a case is better than a program that does not start.
            LOG.error(
                    "Demo: left out case {}, project {}",
                    then.done(),
                    demo.report().projectCode(),
                    e);
            progress.write(then);
        }
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
