package cn.aftercare.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.platform.model.ModelSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long the engine remembers what a model did. It counts from the start, so that it must be longer than the longest
 * case takes: a repair with its agreements and pauses is over within ten years, a handover waits for the end of the longest
 * warranty anybody can promise, a hundred years, and a delivery is tried for a day and a half. The company's records of all
 * of them are in our own tables and are never removed.
 */
class HistoryTimeTest {

    private static final Pattern TIME = Pattern.compile("historyTimeToLive=\"P(\\d+)D\"");
    private static final int TEN_YEARS = 3650;
    private static final int A_HUNDRED_YEARS = 36525;

    @Test
    void every_model_remembers_longer_than_its_longest_case() throws IOException {
        Map<String, Integer> days = new TreeMap<>();
        new ModelSources("").models().forEach((name, content) -> {
            Matcher time = TIME.matcher(new String(content, StandardCharsets.UTF_8));
            assertThat(time.find()).as(name).isTrue();
            days.put(name.replaceFirst("^.*/", ""), Integer.valueOf(time.group(1)));
        });
        assertThat(days.remove("notification-delivery.bpmn")).isEqualTo(365);
        assertThat(days.remove("project-handover.bpmn")).isGreaterThan(A_HUNDRED_YEARS);
        assertThat(days).isNotEmpty();
        assertThat(days.values()).containsOnly(TEN_YEARS);
    }
}
