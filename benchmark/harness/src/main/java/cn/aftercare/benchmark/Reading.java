package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Postgres.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/**
 * What so many whole repairs by some clients at once took.
 *
 * @param stepsPerSecond of all clients together; the rest per step, the report or one of the 15 tasks
 */
record Reading(double stepsPerSecond, double statements, double commits, double walBytes) {

    static final int STEPS = Step.ordinaryRepair().size() + 1;

    /** @param numbers a new one for each repair */
    static Reading of(Postgres postgres, Contender contender, int clients, int repairs, IntSupplier numbers)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            Counters before = postgres.counters(contender.database());
            long begun = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < repairs; i++) {
                done.add(pool.submit(() -> contender.repair(numbers.getAsInt())));
            }
            for (Future<?> repair : done) {
                repair.get();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            Counters used = postgres.counters(contender.database()).since(before);
            double taken = (double) repairs * STEPS;
            return new Reading(
                    taken / seconds, used.statements() / taken, used.commits() / taken, used.walBytes() / taken);
        } finally {
            pool.shutdown();
        }
    }
}
