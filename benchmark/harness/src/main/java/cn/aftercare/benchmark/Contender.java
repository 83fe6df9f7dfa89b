package cn.aftercare.benchmark;

import java.util.concurrent.TimeUnit;

/** An application the same repairs are handled with. */
interface Contender extends AutoCloseable {

    String name();

    String database();

    Program program();

    /** Reports a defect; gives the business key of what was started. */
    String start(int number);

    /** Finds the task, claims and completes it, as the person whose task it is. */
    void complete(String key, Step step);

    /** A whole repair: its start and each of its tasks. */
    default void repair(int number) {
        String key = start(number);
        Step.ordinaryRepair().forEach(step -> complete(key, step));
    }

    /** The task may be made by a job that still runs. */
    static <T> T soon(java.util.function.Supplier<T> task) {
        for (int tries = 0; tries < 3000; tries++) {
            T found = task.get();
            if (found != null) {
                return found;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        throw new IllegalStateException("the task never came");
    }

    @Override
    default void close() {
        program().close();
    }
}
