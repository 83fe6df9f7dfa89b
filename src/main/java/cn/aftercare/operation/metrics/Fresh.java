package cn.aftercare.operation.metrics;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks again only when the last answer is older than the age; many figures read from one answer. */
class Fresh<T> {

    private final Supplier<T> source;
    private final Duration age;

    private @Nullable T answer;
    private long askedAt;

    Fresh(Supplier<T> source, Duration age) {
        this.source = source;
        this.age = age;
    }

    /** One thread asks, the others wait for its answer. The machine's own time: no exercise with the clock stops it. */
    synchronized T get() {
        long now = System.nanoTime();
        if (answer == null || now - askedAt >= age.toNanos()) {
            answer = source.get();
            askedAt = now;
        }
        return answer;
    }
}
