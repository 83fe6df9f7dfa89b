package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whole ordinary repairs over HTTP by 1, 4 and 8 clients, the contenders in turn, the one before whom others went in one
 * round going first in the next. A step is the report or one of the 15 tasks. The plain application takes part twice, so
 * that the difference between the two shows what chance does.
 */
final class RepairThroughput {

    private static final List<Integer> CLIENTS = List.of(1, 4, 8);

    private final Bench bench;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, List<Reading>> readings = new LinkedHashMap<>();
    private final Map<Integer, List<Double>> commits = new LinkedHashMap<>();

    RepairThroughput(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        List<Contender> contenders = new ArrayList<>();
        try {
            contenders.add(frozen(Aftercare.fresh(bench.postgres(), "aftercare")));
            contenders.add(frozen(PlainCamunda.fresh(bench.postgres(), "Camunda", "plain")));
            contenders.add(frozen(PlainCamunda.fresh(bench.postgres(), "Camunda again", "plain2")));
            contenders.add(frozen(Flowable.fresh(bench.postgres(), "flowable")));
            for (Contender contender : contenders) {
                Bench.say("warm up " + contender.name());
                measure(contender, 4, bench.size(400, 6));
            }
            for (int round = 0; round < bench.size(3, 1); round++) {
                for (int clients : CLIENTS) {
                    commits.computeIfAbsent(clients, c -> new ArrayList<>()).add(commitLimit(clients));
                    for (int i = 0; i < contenders.size(); i++) {
                        Contender contender = contenders.get((i + round) % contenders.size());
                        Reading reading = measure(contender, clients, bench.size(10 * clients + 10, clients));
                        Bench.say(
                                "round %d, %d clients, %s: %.1f steps/s, %.1f statements, %.2f commits, %.1f kB WAL a step"
                                        .formatted(
                                                round + 1,
                                                clients,
                                                contender.name(),
                                                reading.stepsPerSecond(),
                                                reading.statements(),
                                                reading.commits(),
                                                reading.walBytes() / 1000));
                        readings.computeIfAbsent(key(contender.name(), clients), k -> new ArrayList<>())
                                .add(reading);
                    }
                }
            }
        } finally {
            contenders.forEach(Contender::close);
        }
        return section(contenders.stream().map(Contender::name).toList());
    }

    private static Contender frozen(Contender contender) {
        contender.program().freeze();
        return contender;
    }

    private Reading measure(Contender contender, int clients, int repairs) throws Exception {
        contender.program().thaw();
        try {
            return Reading.of(bench.postgres(), contender, clients, repairs, number::getAndIncrement);
        } finally {
            contender.program().freeze();
        }
    }

    /** What the database can do at most: rows inserted one by one, each committed, by so many clients for some seconds. */
    private double commitLimit(int clients) throws Exception {
        String database = "postgres";
        bench.postgres().run(database, "create table if not exists one_row (id bigint, words text)");
        long span = TimeUnit.SECONDS.toNanos(bench.size(5, 1));
        AtomicInteger inserted = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long begun = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            done.add(pool.submit(() -> {
                try (Connection connection = bench.postgres().connect(database);
                        PreparedStatement insert = connection.prepareStatement(
                                "insert into one_row values (?, 'a row of a hundred bytes')")) {
                    while (System.nanoTime() - begun < span) {
                        insert.setLong(1, inserted.incrementAndGet());
                        insert.executeUpdate();
                    }
                }
                return null;
            }));
        }
        for (Future<?> client : done) {
            client.get();
        }
        pool.shutdown();
        return inserted.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private Section section(List<String> names) throws Exception {
        Section section =
                new Section(Measurement.REPAIR.key(), "An ordinary repair, from the report to the visit after it");
        Series throughput = series("Aftercare", 4, Reading::stepsPerSecond);
        Series plain = series("Camunda", 4, Reading::stepsPerSecond);
        Series ratio = throughput.dividedBy(plain);
        section.goal(
                "Repair, throughput per step, 4 clients",
                "≥ 1.5 × Camunda",
                ratio.shown("%.2f") + " ×",
                ratio.median() >= 1.5);
        Series statements =
                series("Aftercare", 4, Reading::statements).dividedBy(series("Camunda", 4, Reading::statements));
        section.goal(
                "Repair, statements per step",
                "≤ 0.6 × Camunda",
                statements.shown("%.2f") + " ×",
                statements.median() <= 0.6);
        Series wal = series("Aftercare", 4, Reading::walBytes).dividedBy(series("Camunda", 4, Reading::walBytes));
        section.goal("Repair, WAL per step", "≤ 0.6 × Camunda", wal.shown("%.2f") + " ×", wal.median() <= 0.6);
        Series share = series("Aftercare", 8, Reading::stepsPerSecond).dividedBy(commitSeries(8));
        section.goal(
                "Share of the commit limit, 8 clients",
                "≥ 5 %",
                new Series(java.util.Arrays.stream(share.readings())
                                        .map(x -> x * 100)
                                        .toArray())
                                .shown("%.1f") + " %",
                share.median() >= 0.05);

        TreeMap<String, List<Double>> bars = new TreeMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (String name : names) {
            for (int clients : CLIENTS) {
                Series steps = series(name, clients, Reading::stepsPerSecond);
                bars.computeIfAbsent(name, n -> new ArrayList<>()).add(Math.round(steps.median() * 10) / 10.0);
                rows.add(List.of(
                        name,
                        String.valueOf(clients),
                        steps.shown("%.1f"),
                        steps.dividedBy(series("Camunda", clients, Reading::stepsPerSecond))
                                .shown("%.2f"),
                        series(name, clients, Reading::statements).shown("%.1f"),
                        series(name, clients, Reading::commits).shown("%.2f"),
                        new Series(java.util.Arrays.stream(series(name, clients, Reading::walBytes)
                                                .readings())
                                        .map(x -> x / 1000)
                                        .toArray())
                                .shown("%.1f")));
            }
        }
        section.table(
                List.of("", "clients", "steps/s", "× Camunda", "statements/step", "commits/step", "WAL kB/step"), rows);
        List<List<String>> limits = new ArrayList<>();
        for (int clients : CLIENTS) {
            limits.add(List.of(
                    String.valueOf(clients),
                    commitSeries(clients).shown("%.0f"),
                    new Series(java.util.Arrays.stream(series("Aftercare", clients, Reading::stepsPerSecond)
                                                    .dividedBy(commitSeries(clients))
                                                    .readings())
                                            .map(x -> x * 100)
                                            .toArray())
                                    .shown("%.1f")
                            + " %"));
        }
        section.text("The database's own limit, rows inserted and committed one by one, and our share of it in steps:");
        section.table(List.of("clients", "commits/s", "our steps"), limits);
        bench.report()
                .bars(
                        "repair.png",
                        "Steps of an ordinary repair per second",
                        "steps/s",
                        CLIENTS.stream()
                                .map(c -> c + (c == 1 ? " client" : " clients"))
                                .toList(),
                        bars);
        section.picture("repair.png", "Steps per second by contender and clients");
        return section;
    }

    private Series series(String name, int clients, java.util.function.ToDoubleFunction<Reading> what) {
        return new Series(
                readings.get(key(name, clients)).stream().mapToDouble(what).toArray());
    }

    private Series commitSeries(int clients) {
        return new Series(commits.get(clients).stream().mapToDouble(x -> x).toArray());
    }

    private static String key(String name, int clients) {
        return name + "/" + clients;
    }
}
