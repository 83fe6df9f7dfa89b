package cn.aftercare.demo.process;

import cn.aftercare.demo.DemoCase;
import cn.aftercare.demo.DemoCases;
import cn.aftercare.demo.app.DemoProjects;
import cn.aftercare.demo.process.DemoProgress.Mark;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    private final List<DemoScenes> rooms;
    private final DemoProgress progress;
    private final DemoPeople people;
    private final VirtualTime time;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private volatile boolean running;

    DemoAtStart(
            DemoProjects projects,
            DemoWalk walk,
            List<DemoScenes> rooms,
            DemoProgress progress,
            DemoPeople people,
            VirtualTime time,
            Clock clock,
            TransactionTemplate transaction) {
        this.projects = projects;
        this.walk = walk;
        this.rooms = rooms;
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

    /** Each case, and each other story, is one transaction with its whole history, and so is there as a whole or not. */
    private void cases(Mark from) {
        List<Deed> deeds = deeds(from.asOf());
        for (int done = from.done() + 1; done <= deeds.size(); done++) {
            make(deeds.get(done - 1), from.with(done));
            if (done % BATCH == 0 || done == deeds.size()) {
                LOG.info("Demo: {} of {} stories", done, deeds.size());
            }
        }
        progress.write(from.with(deeds.size()).completed());
    }

    /** @param what names it when it fails */
    private record Deed(String what, Runnable make) {}

    private List<Deed> deeds(Instant asOf) {
        List<Deed> deeds = new ArrayList<>();
        for (DemoCase demo : DemoCases.asOf(asOf, people.as(ADMIN, projects::all))) {
            int number = deeds.size() + 1;
            deeds.add(new Deed(
                    "case " + number + ", project " + demo.report().projectCode(),
                    () -> walk.walk(demo, number, asOf)));
        }
        for (DemoScenes room : rooms) {
            int before = deeds.size();
            room.scenes()
                    .forEach(scene -> deeds.add(new Deed(
                            room.getClass().getSimpleName() + " " + (deeds.size() - before + 1),
                            () -> scene.accept(asOf))));
        }
        return deeds;
    }

    private void make(Deed deed, Mark then) {
        try {
            transaction.executeWithoutResult(status -> {
                deed.make().run();
                progress.write(then);
            });
        } catch (RuntimeException e) {
            // A demo that lacks a case is better than a program that does not start.
            LOG.error("Demo: left out {}", deed.what(), e);
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
