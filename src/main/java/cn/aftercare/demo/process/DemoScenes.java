package cn.aftercare.demo.process;

import cn.aftercare.demo.DemoStep;
import cn.aftercare.demo.DemoStep.FormFilled;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the demo tells of one kind of thing, back from now. */
abstract class DemoScenes {

    final DemoWalk walk;
    final DemoPeople people;
    final VirtualTime time;

    DemoScenes(DemoWalk walk, DemoPeople people, VirtualTime time) {
        this.walk = walk;
        this.people = people;
        this.time = time;
    }

    /**
     * What is told one after the other, each once and in a transaction of its own. A scene that has been told leaves
     * everything alone.
     */
    abstract List<Consumer<Instant>> scenes();

    <T> T asAdmin(Supplier<T> action) {
        return people.as("admin", action);
    }

    /** Sets the clock to the instant, starts the process with its start form and runs what follows at once. */
    String started(Instant at, String login, String process, @Nullable Object... fields) {
        time.set(at);
        String number = walk.started(login, process, DemoStep.fields(fields));
        time.runDueJobs();
        return number;
    }

    /** Moves the clock on to the instant, running what falls due meanwhile; there the person completes the task. */
    void fill(Instant at, String login, String form, String number, @Nullable Object... fields) {
        later(at);
        fill(login, form, number, DemoStep.fields(fields));
        time.runDueJobs();
    }

    void fill(String login, String form, String number, Map<String, Object> fields) {
        walk.take(new FormFilled(time.now(), login, form, fields), number, 0);
    }

    void later(Instant at) {
        time.advance(at);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FormTime.SHANGHAI);
    }

    /** So many days ago at this hour in Shanghai, whatever time of the day it is now. */
    static Instant daysAgo(Instant now, int days, int hour) {
        return day(now).minusDays(days)
                .atTime(hour, 0)
                .atZone(FormTime.SHANGHAI)
                .toInstant();
    }

    /** The day so many days from now, as forms have it; negative: ago. */
    static String date(Instant now, int days) {
        return day(now).plusDays(days).toString();
    }
}
