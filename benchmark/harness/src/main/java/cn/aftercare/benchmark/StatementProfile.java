package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which statements an ordinary repair asks of the database, ours and the plain application's. */
final class StatementProfile {

    private final Bench bench;

    StatementProfile(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        Section section = new Section(Measurement.STATEMENTS.key(), "The statements of an ordinary repair");
        section.text(
                "Executions for one repair, the most frequent first; what is asked less than once a repair is left out.");
        try (Contender ours = Aftercare.fresh(bench.postgres(), "aftercare")) {
            profile(section, ours);
        }
        try (Contender plain = PlainCamunda.fresh(bench.postgres(), "Camunda", "plain")) {
            profile(section, plain);
        }
        return section;
    }

    private void profile(Section section, Contender contender) throws Exception {
        int repairs = bench.size(50, 5);
        // What is read once only is not what a repair costs.
        for (int i = 0; i < repairs; i++) {
            contender.repair(i);
        }
        bench.postgres().run("postgres", "select pg_stat_statements_reset()");
        for (int i = repairs; i < 2 * repairs; i++) {
            contender.repair(i);
        }
        List<List<String>> rows = new ArrayList<>();
        double[] sum = new double[2];
        bench.postgres()
                .query(
                        "postgres",
                        """
                select calls::float / %d, wal_bytes::float / %d, total_exec_time / %d, query from pg_stat_statements s
                join pg_database d on d.oid = s.dbid where d.datname = '%s' and calls >= %d order by calls desc
                """.formatted(repairs, repairs, repairs, contender.database(), repairs / 2 + 1),
                        found -> {
                            while (found.next()) {
                                sum[0] += found.getDouble(1);
                                sum[1] += found.getDouble(2);
                                rows.add(List.of(
                                        String.format(Locale.ROOT, "%.1f", found.getDouble(1)),
                                        String.format(Locale.ROOT, "%.1f", found.getDouble(2) / 1000),
                                        String.format(Locale.ROOT, "%.2f", found.getDouble(3)),
                                        "`" + brief(found.getString(4)) + "`"));
                            }
                            return null;
                        });
        section.text("**%s**: %.0f statements, %.0f kB WAL", contender.name(), sum[0], sum[1] / 1000);
        section.table(List.of("times", "WAL kB", "ms", "statement"), rows);
    }

    /** Without the columns that are read. */
    private static String brief(String query) {
        String line =
                query.replaceAll("\\s+", " ").replace('|', '/').replaceFirst("(?i)^select .*? from ", "select … from ");
        return line.length() <= 180 ? line : line.substring(0, 180) + "…";
    }
}
