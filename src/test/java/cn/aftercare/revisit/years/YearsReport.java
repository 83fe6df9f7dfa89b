package cn.aftercare.revisit.years;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what each unit had to handle each month: a page, a table for other programs, and a picture. */
final class YearsReport {

    private static final Path FOLDER = Path.of("target", "ten-years");
    private static final String MONTH = "to_char(%s at time zone 'Asia/Shanghai', 'YYYY-MM')";
    private static final Color[] COLOURS = {new Color(0x1f77b4), new Color(0xd62728), new Color(0x2ca02c)};

    private final JdbcClient jdbc;
    private final Map<YearMonth, Map<String, Load>> months = new TreeMap<>();

    YearsReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a unit had to handle: plans drawn up, visits made, repairs opened for what they found, answers of owners. */
    private static final class Load {
        private int plans;
        private int visits;
        private int repairs;
        private int surveys;

        private void add(Load more) {
            plans += more.plans;
            visits += more.visits;
            repairs += more.repairs;
            surveys += more.surveys;
        }
    }

    private interface Counter {
        void count(Load load, int number);
    }

    void write(int projects, LocalDate start, LocalDate end, int oneInEngine, long seconds) {
        count(
                "select unit, " + MONTH.formatted("compiled_at")
                        + ", count(*) from revisit_plan where status <> 'EMPTY'",
                (load, number) -> load.plans = number);
        count(
                "select unit, " + MONTH.formatted("visited_at")
                        + ", count(*) from revisit where visited_at is not null",
                (load, number) -> load.visits = number);
        // The unit that repairs is the project's, not always the one that visits.
        count(
                "select unit, " + MONTH.formatted("received_at") + ", count(*) from repair_case where true",
                (load, number) -> load.repairs = number);
        count(
                "select unit, " + MONTH.formatted("answered_at") + ", count(*) from survey where status = 'ANSWERED'",
                (load, number) -> load.surveys = number);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("load.csv"), csv());
            Files.writeString(FOLDER.resolve("report.md"), page(projects, start, end, oneInEngine, seconds));
            ImageIO.write(picture(), "png", FOLDER.resolve("visits.png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(String select, Counter counter) {
        jdbc.sql(select + " group by 1, 2").query(rs -> {
            Load load = months.computeIfAbsent(YearMonth.parse(rs.getString(2)), m -> new TreeMap<>())
                    .computeIfAbsent(rs.getString(1), u -> new Load());
            counter.count(load, rs.getInt(3));
        });
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("month,unit,plans,visits,repairs,surveys\n");
        months.forEach((month, units) -> units.forEach((unit, l) ->
                csv.append("%s,%s,%d,%d,%d,%d\n".formatted(month, unit, l.plans, l.visits, l.repairs, l.surveys))));
        return csv.toString();
    }

    private String page(int projects, LocalDate start, LocalDate end, int oneInEngine, long seconds) {
        long visits = number("select count(*) from revisit where visited_at is not null");
        long inEngine =
                number("select count(*) from revisit where visited_at is not null and process_instance_id is not null");
        List<String> lines = new ArrayList<>(List.of(
                "# Revisits of %d projects, %s to %s".formatted(projects, start, end),
                "",
                "Lived through in virtual time by `mvn -Pten-years verify` on %s in %d s on %s; every cycle was met (judged by `RevisitOracle`)."
                        .formatted(LocalDate.now(Visitors.ZONE), seconds, machine()),
                "",
                "- %d plans with %d lines, all of them compiled, edited, approved, released and filed by the flows `revisit-planning` and `revisit-plan` with their real timers."
                        .formatted(
                                number("select count(*) from revisit_plan where status <> 'EMPTY'"),
                                number("select count(*) from revisit_plan_line")),
                "- %d visits were made. %d of them (%.1f %%, all visits of one project in %d) went through the flow `revisit` task by task; the others through the same services, in its order and under the same logins, without an instance of it: an instance costs some 500 SQL statements, too many for all of them within minutes."
                        .formatted(visits, inEngine, 100.0 * inEngine / Math.max(1, visits), oneInEngine),
                "- %d repairs were opened for what the visits found, each an instance of the flow `repair` with its clocks, ended by the specialist's decision."
                        .formatted(number("select count(*) from repair_case")),
                "- %d visits were postponed, %d fell away, %d were late and told to those who supervise."
                        .formatted(
                                number("select count(*) from revisit where postponed_reason is not null"),
                                number("select count(*) from revisit where stage = 'CANCELLED'"),
                                number("select count(*) from revisit_event where title = '到期未回访'")),
                "- %d owners answered the questionnaire, %d did not want to."
                        .formatted(
                                number("select count(*) from survey where status = 'ANSWERED'"),
                                number("select count(*) from survey where status = 'DECLINED'")),
                "",
                "## By unit and year",
                "",
                "| year | unit | plans | visits | repairs | surveys | most visits in a month |",
                "|---|---|--:|--:|--:|--:|--:|"));
        years(lines);
        lines.addAll(List.of("", "![Visits per month: hq blue, nanjing red, suzhou green](visits.png)", ""));
        lines.addAll(List.of(
                "## By month and unit",
                "",
                "plans / visits / repairs / surveys",
                "",
                "| month | hq | nanjing | suzhou |",
                "|---|--:|--:|--:|"));
        months.forEach((month, units) -> lines.add("| %s | %s | %s | %s |"
                .formatted(month, cell(units, "hq"), cell(units, "nanjing"), cell(units, "suzhou"))));
        return String.join("\n", lines) + "\n";
    }

    private void years(List<String> lines) {
        Map<String, Load> sums = new TreeMap<>();
        Map<String, Integer> peaks = new TreeMap<>();
        months.forEach((month, units) -> units.forEach((unit, load) -> {
            String key = month.getYear() + " | " + unit;
            sums.computeIfAbsent(key, k -> new Load()).add(load);
            peaks.merge(key, load.visits, Math::max);
        }));
        sums.forEach((key, l) -> lines.add("| %s | %d | %d | %d | %d | %d |"
                .formatted(key, l.plans, l.visits, l.repairs, l.surveys, peaks.get(key))));
    }

    private static String cell(Map<String, Load> units, String unit) {
        Load l = units.getOrDefault(unit, new Load());
        return "%d / %d / %d / %d".formatted(l.plans, l.visits, l.repairs, l.surveys);
    }

    private static String machine() {
        return "%d cores, %s %s, Java %s, embedded PostgreSQL"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Visits per month, one line per unit; a thin line for each year and each ten visits. */
    private BufferedImage picture() {
        int step = 8;
        List<Map<String, Load>> all = new ArrayList<>(months.values());
        int most = all.stream()
                .flatMap(m -> m.values().stream())
                .mapToInt(l -> l.visits)
                .max()
                .orElse(1);
        int height = 320;
        BufferedImage image = new BufferedImage(all.size() * step + 20, height + 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(new Color(0xdddddd));
        for (int v = 0; v <= most; v += 10) {
            g.drawLine(10, y(v, most, height), image.getWidth() - 10, y(v, most, height));
        }
        int x = 10;
        for (YearMonth month : months.keySet()) {
            if (month.getMonthValue() == 1) {
                g.drawLine(x, 10, x, height + 10);
            }
            x += step;
        }
        g.setStroke(new BasicStroke(2));
        int colour = 0;
        for (String unit : List.of("hq", "nanjing", "suzhou")) {
            g.setColor(COLOURS[colour++]);
            ToIntFunction<Integer> y = i -> y(all.get(i).getOrDefault(unit, new Load()).visits, most, height);
            for (int i = 1; i < all.size(); i++) {
                g.drawLine(10 + (i - 1) * step, y.applyAsInt(i - 1), 10 + i * step, y.applyAsInt(i));
            }
        }
        g.dispose();
        return image;
    }

    private static int y(int visits, int most, int height) {
        return 10 + height - visits * height / most;
    }
}
