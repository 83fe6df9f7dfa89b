package cn.aftercare.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a", "7", "%"})
    void too_little_finds_nothing_rather_than_everything(String typed) {
        assertThat(SearchText.of(typed)).isEmpty();
    }

    @Test
    void one_chinese_character_and_a_hundred_letters_are_enough_and_no_more() {
        assertThat(SearchText.of("厦")).isPresent();
        assertThat(SearchText.of("x".repeat(100))).isPresent();
        assertThat(SearchText.of("x".repeat(101))).isEmpty();
        assertThat(SearchText.of(null)).isEmpty();
    }

    @Test
    void what_has_a_meaning_in_sql_is_looked_for_as_it_stands() {
        assertThat(SearchText.of(" 50%_!A ")).contains(new SearchText("%50!%!_!!a%", ""));
    }

    @Test
    void a_phone_is_found_however_it_is_written() {
        assertThat(SearchText.of("138 0000-0000").orElseThrow().phone()).isEqualTo("%13800000000%");
        assertThat(SearchText.of("1380").orElseThrow().phone()).isEqualTo("%1380%");
        assertThat(SearchText.of("138").orElseThrow().phone()).isEmpty();
        assertThat(SearchText.of("BX-2026").orElseThrow().phone()).isEmpty();
    }
}
