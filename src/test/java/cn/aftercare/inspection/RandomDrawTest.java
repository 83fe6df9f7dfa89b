package cn.aftercare.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomDrawTest {

    private static final List<String> FORTY =
            IntStream.rangeClosed(1, 40).mapToObj("NJ-2023-%03d"::formatted).toList();

    /** Whoever has SHA-256 finds the same: printf %s 'seed:NJ-2023-001' | sha256sum. */
    @Test
    void a_lot_is_the_hash_of_seed_and_code() {
        assertThat(new RandomDraw("seed", FORTY, 1).lot("NJ-2023-001"))
                .isEqualTo("f093eda2ed50e8e4c7ea5b6e5b7dff6e695331a03b05445ff551d8f923adfb0b");
    }

    @Test
    void the_same_seed_projects_and_number_give_the_same_draw_in_whatever_order_they_are_listed() {
        List<String> shuffled = new ArrayList<>(FORTY);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(new RandomDraw("0a1b", shuffled, 5).drawn()).isEqualTo(new RandomDraw("0a1b", FORTY, 5).drawn());
        assertThat(new RandomDraw("0a1c", FORTY, 5).drawn()).isNotEqualTo(new RandomDraw("0a1b", FORTY, 5).drawn());
    }

    @Test
    void as_many_as_wanted_are_drawn_each_once_and_of_the_projects() {
        for (int wanted = 1; wanted <= FORTY.size(); wanted++) {
            List<String> drawn = new RandomDraw("seed" + wanted, FORTY, wanted).drawn();
            assertThat(drawn)
                    .hasSize(wanted)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(FORTY)
                    .isSorted();
        }
        List<String> twice = new ArrayList<>(FORTY);
        twice.addAll(FORTY);
        assertThat(new RandomDraw("seed", twice, 40).drawn()).isEqualTo(FORTY);
    }

    /** To draw one more leaves those drawn before drawn. */
    @Test
    void a_larger_draw_contains_the_smaller() {
        for (int wanted = 1; wanted < FORTY.size(); wanted++) {
            assertThat(new RandomDraw("seed", FORTY, wanted + 1).drawn())
                    .containsAll(new RandomDraw("seed", FORTY, wanted).drawn());
        }
    }

    @Test
    void more_than_there_are_and_none_cannot_be_drawn() {
        assertThatThrownBy(() -> new RandomDraw("seed", FORTY, 41)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RandomDraw("seed", FORTY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RandomDraw("seed", List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 4000 seeds drawing 5 of 40: 500 times each is expected, and six standard deviations (21) are never missed by. */
    @Test
    void nobody_is_drawn_more_often_than_the_others() {
        Map<String, Integer> times = new HashMap<>();
        for (int seed = 0; seed < 4000; seed++) {
            new RandomDraw("seed-" + seed, FORTY, 5).drawn().forEach(code -> times.merge(code, 1, Integer::sum));
        }
        assertThat(times).hasSize(40);
        assertThat(times.values()).allSatisfy(n -> assertThat(n).isBetween(500 - 126, 500 + 126));
    }
}
