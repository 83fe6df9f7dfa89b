package cn.aftercare.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the table of contents of an exported warranty file 保修业务档案 says.
 *
 * @param facts label and text, in the order shown
 */
public record ProjectFileData(
        String projectName,
        List<Fact> facts,
        List<Item> items,
        List<Person> team,
        List<Entry> entries,
        Instant createdAt) {

    public record Fact(String label, @Nullable String text) {}

    /** @param lastDay inclusive, after rolling */
    public record Item(String category, String term, LocalDate lastDay, boolean provisional) {}

    public record Person(String role, String name, @Nullable String remark) {}

    /** @param file where in the archive the paper or picture lies, if it is one */
    public record Entry(
            Instant at,
            String kind,
            String title,
            @Nullable String detail,
            @Nullable String file) {}
}
