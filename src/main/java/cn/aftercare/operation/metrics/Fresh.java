package cn.aftercare.operation.metrics;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again only when the last answer, or failure, is older than the age; many figures read from one answer. While the
 * database is away each would wait for it anew.
 */
class Fresh<T> {

    private final Supplier<T> source;
    private final Duration age;

    private @Nullable T answer;
    private @Nullable RuntimeException failure;
    private long askedAt;

    Fresh(Supplier<T> source, Duration age) {
        this.source = source;
        this.age = age;
    }

    /** One thread asks, the others wait for its answer. The machine's own time: no exercise with the clock stops it. */
    synchronized T get() {
        long now = System.nanoTime();
        if (answer == null && failure == null || now - askedAt >= age.toNanos()) {
            ask();
        }
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    private void ask() {
        try {
            answer = source.get();
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
        }
        askedAt = System.nanoTime();
    }
}
