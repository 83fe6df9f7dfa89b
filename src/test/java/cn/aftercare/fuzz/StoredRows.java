package cn.aftercare.fuzz;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether anything at all was stored: a trigger on every table, the engine's included, notes each row that is written, and
 * its note goes with the transaction when that is rolled back. Only the audit log and the engine's own counters, which it
 * writes every quarter of an hour, may grow.
 */
final class StoredRows {

    private final JdbcClient jdbc;

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = jdbc.sql(
                        "select tablename from pg_tables where schemaname = 'public'"
                                + " and tablename not in ('audit_entry', 'flyway_schema_history', 'act_ru_meter_log') order by 1")
                .query(String.class)
                .list();
        jdbc.sql("create table stored_row (table_name text)").update();
        jdbc.sql("""
                        create function stored_row() returns trigger as $$ begin
                            insert into stored_row values (tg_op || ' ' || tg_table_name);
                            return null;
                        end $$ language plpgsql
                        """).update();
        tables.forEach(table -> jdbc.sql("create trigger stored_row after insert or update or delete on \"" + table
                        + "\" for each row execute function stored_row()")
                .update());
    }

    /** What was stored until now was meant to be. */
    void remember() {
        jdbc.sql("delete from stored_row").update();
    }

    /** The tables something was stored in since, and how; empty when nothing was. */
    List<String> changed() {
        List<String> changed = jdbc.sql("select distinct table_name from stored_row order by 1")
                .query(String.class)
                .list();
        if (!changed.isEmpty()) {
            remember();
        }
        return changed;
    }
}
