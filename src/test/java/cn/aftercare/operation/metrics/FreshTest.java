package cn.aftercare.operation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void a_failure_is_not_asked_for_again_by_every_reader() {
        Fresh<Integer> fresh = new Fresh<>(
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("no database");
                },
                Duration.ofDays(1));
        assertThatThrownBy(fresh::get).hasMessage("no database");
        assertThatThrownBy(fresh::get).hasMessage("no database");
        assertThat(asked).hasValue(1);
    }

    @Test
    void nothing_is_asked_before_somebody_reads_and_an_old_answer_is_not_given() {
        Fresh<Integer> fresh = new Fresh<>(asked::incrementAndGet, Duration.ZERO);
        assertThat(asked).hasValue(0);
        assertThat(fresh.get()).isOne();
        assertThat(fresh.get()).isEqualTo(2);
    }
}
