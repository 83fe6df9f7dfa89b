package cn.aftercare.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreshTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void many_readers_cost_one_question() {
        Fresh<Integer> fresh = new Fresh<>(asked::incrementAndGet, Duration.ofDays(1));
        assertThat(fresh.get()).isOne();
        assertThat(fresh.get()).isOne();
    }

    @Test
    void nothing_is_asked_before_somebody_reads_and_an_old_answer_is_not_given() {
        Fresh<Integer> fresh = new Fresh<>(asked::incrementAndGet, Duration.ZERO);
        assertThat(asked).hasValue(0);
        assertThat(fresh.get()).isOne();
        assertThat(fresh.get()).isEqualTo(2);
    }
}
