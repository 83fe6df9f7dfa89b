package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How late timers fire among 100,000 waiting ones, after five minutes in which nothing was to do; and how fast 10,000 due
 * ones are drained. The waiting timers are copies of real ones, due in a year.
 */
final class Timers {

    private static final int FIRING = 30;

    private final Bench bench;

    Timers(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        Section section = new Section(Measurement.TIMERS.key(), "Timers");
        Series oursLag;
        Series plainLag;
        try (Contender app = Aftercare.fresh(bench.postgres(), "aftercare")) {
            oursLag = lag(app);
        }
        try (Contender app = PlainCamunda.fresh(bench.postgres(), "Camunda", "plain")) {
            plainLag = lag(app);
        }
        Recording recording = new Recording();
        Drained ours = drain("aftercare", true, recording.options());
        Drained plain = drain("plain", false);
        section.goal(
                "Timer lag, 100,000 waiting, after 5 idle minutes, worst",
                "≤ 1 s",
                "%.2f s (Camunda %.1f s)".formatted(oursLag.max(), plainLag.max()),
                oursLag.max() <= 1);
        section.goal(
                "Draining 10,000 due commitments",
                "≥ 2 × the default job executor",
                "%.2f × (%.0f/s against %.0f/s)"
                        .formatted(ours.perSecond / plain.perSecond, ours.perSecond, plain.perSecond),
                ours.perSecond / plain.perSecond >= 2);
        section.text(
                "Lag is from the due date of a job to its success in the engine's own log. Draining is counted from the "
                        + "readiness of the program, started with the timers already due, to the last of them. A drained timer of "
                        + "ours is a reminder with its rows, messages and the next timer; one of the plain application does nothing. The flight "
                        + "recorder runs along with ours.");
        section.table(
                List.of("", "lag, s", "worst, s", "drained/s"),
                List.of(
                        List.of(
                                "Aftercare",
                                oursLag.shown("%.2f"),
                                "%.2f".formatted(oursLag.max()),
                                "%.0f".formatted(ours.perSecond)),
                        List.of(
                                "Camunda",
                                plainLag.shown("%.2f"),
                                "%.2f".formatted(plainLag.max()),
                                "%.0f".formatted(plain.perSecond))));
        section.text("Processor time of a drained timer, in milliseconds, the warming up of the program included:");
        section.table(
                List.of("", "program", "database", "drained/s with every core busy"),
                List.of(row("Aftercare", ours.each), row("Camunda", plain.each)));
        recording.shares(section, ours.from);
        return section;
    }

    private static List<String> row(String name, ProcessorTime each) {
        return List.of(
                name,
                "%.1f".formatted(each.program()),
                "%.1f".formatted(each.database()),
                "%.0f".formatted(each.perSecond()));
    }

    /** @param each what one timer took */
    private record Drained(double perSecond, ProcessorTime each, Instant from) {}

    private Series lag(Contender app) throws Exception {
        // One more, whose timer is copied and does not fire: the copies all hang on its execution.
        for (int i = 0; i <= FIRING; i++) {
            app.start(i);
        }
        int waiting = bench.size(100_000, 2_000);
        bench.postgres()
                .run(
                        app.database(),
                        "create table one_job as select * from act_ru_job where type_ = 'timer' and process_instance_id_ is not null limit 1",
                        "create table many_jobs as select j.* from one_job j, generate_series(1, " + waiting + ")",
                        "alter table many_jobs add column n serial",
                        "update many_jobs set id_ = 'j' || n, duedate_ = now() at time zone 'Asia/Shanghai' + interval '1 year'",
                        "alter table many_jobs drop column n",
                        "insert into act_ru_job select * from many_jobs",
                        "analyze act_ru_job");
        Bench.say(app.name() + ": idle");
        TimeUnit.SECONDS.sleep(bench.size(300, 5));
        // One timer each of the repairs, due one after another within a minute.
        bench.postgres().run(app.database(), """
                with chosen as (
                    select id_, row_number() over (order by random()) as n from (
                        select distinct on (process_instance_id_) id_ from act_ru_job
                        where type_ = 'timer' and process_instance_id_ is not null and id_ not like 'j%%'
                            and process_instance_id_ <> (select process_instance_id_ from one_job)) one
                    limit %d)
                update act_ru_job j
                set duedate_ = date_trunc('milliseconds', now() at time zone 'Asia/Shanghai' + c.n * interval '1.9 seconds' + random() * interval '1 second')
                from chosen c where c.id_ = j.id_
                """.formatted(FIRING));
        TimeUnit.SECONDS.sleep(bench.size(135, 75));
        List<Double> lags = bench.postgres().query(app.database(), """
                select extract(epoch from timestamp_ - job_duedate_) from act_hi_job_log
                where job_state_ = 2 and job_def_type_ like 'timer%'
                """, rows -> {
            List<Double> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getDouble(1));
            }
            return found;
        });
        if (lags.size() < FIRING) {
            throw new IllegalStateException(app.name() + " fired " + lags.size() + " of " + FIRING);
        }
        return new Series(lags.stream().mapToDouble(x -> x).toArray());
    }

    private Drained drain(String database, boolean ours, String... options) throws Exception {
        bench.postgres().drop(database);
        int timers = bench.size(10_000, 60);
        try (Contender app = ours
                ? Aftercare.fresh(bench.postgres(), database)
                : PlainCamunda.fresh(bench.postgres(), "Camunda", database)) {
            // A report of ours begins four commitments, each with a timer; one of the plain application a timer.
            int repairs = ours ? timers / 4 : timers;
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Future<?>> started = new ArrayList<>();
            for (int i = 0; i < repairs; i++) {
                int number = i;
                started.add(pool.submit(() -> app.start(number)));
            }
            for (Future<?> start : started) {
                start.get();
            }
            pool.shutdown();
        }
        String due = "select count(*) from act_ru_job where type_ = 'timer' and process_instance_id_ is not null"
                + " and duedate_ < now() at time zone 'Asia/Shanghai'";
        bench.postgres()
                .run(
                        database,
                        "update act_ru_job set duedate_ = now() at time zone 'Asia/Shanghai' - interval '1 hour'"
                                + " where type_ = 'timer' and process_instance_id_ is not null",
                        "analyze act_ru_job");
        try (Contender app = ours
                ? Aftercare.on(bench.postgres(), database, options)
                : PlainCamunda.on(bench.postgres(), "Camunda", database)) {
            Instant from = Instant.now();
            ProcessorTime before = ProcessorTime.of(app, bench.postgres());
            long begun = System.nanoTime();
            long left = bench.postgres().number(database, due);
            long drained = left;
            while (left > 0) {
                TimeUnit.MILLISECONDS.sleep(200);
                left = bench.postgres().number(database, due);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            ProcessorTime each = ProcessorTime.of(app, bench.postgres()).since(before, drained);
            return new Drained(drained / seconds, each, from);
        }
    }
}
