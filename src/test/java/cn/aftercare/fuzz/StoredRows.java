package cn.aftercare.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether anything at all was stored: every table, the engine's included. Only the audit log and the engine's own counters,
 * which it writes every quarter of an hour, may grow.
 */
final class StoredRows {

    private final JdbcClient jdbc;
    private final String everything;
    private String transactions = "";
    private Map<String, String> rows = Map.of();

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = jdbc.sql(
                        "select tablename from pg_tables where schemaname = 'public'"
                                + " and tablename not in ('audit_entry', 'flyway_schema_history', 'act_ru_meter_log') order by 1")
                .query(String.class)
                .list();
        everything = tables.stream()
                .map(t -> "select '" + t + "' as name, count(*) || ':' || coalesce(sum(hashtext(t::text)::bigint), 0)"
                        + " as state from " + content(t) + " t")
                .collect(Collectors.joining(" union all "));
    }

    /** What is kept in bytes is megabytes of models, and replaced rather than changed. */
    private static String content(String table) {
        return table.equals("act_ge_bytearray") ? "(select id_, rev_ from act_ge_bytearray)" : '"' + table + '"';
    }

    void remember() {
        transactions = transactions();
        rows = read();
    }

    /** The tables that are not as they were; empty when nothing was stored since. */
    Map<String, String> changed() {
        // A transaction that writes has a number; without a new number there is nothing to compare.
        String now = transactions();
        if (now.equals(transactions)) {
            return Map.of();
        }
        transactions = now;
        Map<String, String> changed = read();
        changed.entrySet().removeIf(t -> Objects.equals(rows.get(t.getKey()), t.getValue()));
        return changed;
    }

    private String transactions() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    private Map<String, String> read() {
        Map<String, String> read = new TreeMap<>();
        jdbc.sql(everything).query(rs -> {
            read.put(rs.getString("name"), rs.getString("state"));
        });
        return read;
    }
}
