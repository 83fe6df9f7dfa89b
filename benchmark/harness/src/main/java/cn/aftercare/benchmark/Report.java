package cn.aftercare.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * What was measured. Each measurement keeps a section of its own, so that one can be measured again alone; the report is
 * put together from all that are there.
 */
final class Report {

    private final Path folder;

    Report(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** A goal of the project, what came out, and whether it is reached. */
    record Goal(String what, String goal, String measured, boolean reached) {}

    /** Markdown of a measurement, under its goals. */
    static final class Section {

        private final String key;
        private final String title;
        private final List<Goal> goals = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Section(String key, String title) {
            this.key = key;
            this.title = title;
        }

        void goal(String what, String goal, String measured, boolean reached) {
            goals.add(new Goal(what, goal, measured, reached));
        }

        void text(String paragraph, Object... arguments) {
            text.append(arguments.length == 0 ? paragraph : String.format(Locale.ROOT, paragraph, arguments))
                    .append("\n\n");
        }

        void table(List<String> head, List<List<String>> rows) {
            text.append("| ").append(String.join(" | ", head)).append(" |\n|");
            head.forEach(h -> text.append("---|"));
            text.append('\n');
            rows.forEach(r -> text.append("| ").append(String.join(" | ", r)).append(" |\n"));
            text.append('\n');
        }

        void picture(String file, String alt) {
            text.append("![").append(alt).append("](").append(file).append(")\n\n");
        }
    }

    /** Groups of bars as a PNG beside the report. */
    void bars(String file, String title, String unit, List<String> groups, TreeMap<String, List<Double>> series)
            throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(420)
                .title(title)
                .yAxisTitle(unit)
                .build();
        chart.getStyler().setLabelsVisible(true).setLegendVisible(true);
        series.forEach((name, values) -> chart.addSeries(name, groups, values));
        BitmapEncoder.saveBitmap(chart, folder.resolve(file).toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    void add(Section section, String machine) throws IOException {
        StringBuilder goals = new StringBuilder();
        section.goals.forEach(g -> goals.append("| ")
                .append(g.what())
                .append(" | ")
                .append(g.goal())
                .append(" | ")
                .append(g.measured())
                .append(" | ")
                .append(g.reached() ? "yes" : "**no**")
                .append(" |\n"));
        write(section.key + ".goals", goals.toString());
        write(section.key + ".md", "## " + section.title + "\n\n" + machine + "\n\n" + section.text);
        compose();
    }

    private void compose() throws IOException {
        StringBuilder report = new StringBuilder("""
                # Benchmark

                Written by `mvn -Pbenchmark verify`; see [README](../README.md) for what is compared with what. Every figure is a
                median with its range, and every ratio is of rounds that were run in turn on the same machine.

                | what | goal | measured | reached |
                |---|---|---|---|
                """);
        for (Measurement measurement : Measurement.values()) {
            report.append(read(measurement.key() + ".goals"));
        }
        report.append('\n');
        for (Measurement measurement : Measurement.values()) {
            report.append(read(measurement.key() + ".md"));
            report.append(read(measurement.key() + ".notes.md"));
        }
        write("README.md", report.toString().strip() + "\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    private String read(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
