package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a repair costs more the more finished ones there are. The finished ones are copies, row by row, of all that a
 * real one left in the engine's history and in our own tables.
 */
final class Growth {

    private static final int CLIENTS = 4;

    private final Bench bench;
    private final AtomicInteger number = new AtomicInteger(1);

    Growth(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        int few = bench.size(1_000, 20);
        int many = bench.size(50_000, 60);
        try (Contender app = Aftercare.fresh(bench.postgres(), "aftercare")) {
            app.repair(0);
        }
        prepare();
        copy(1, few);
        List<List<String>> rows = new ArrayList<>();
        List<Reading> before = read(few, rows);
        copy(few + 1, many);
        List<Reading> after = read(many, rows);
        Series ratio = series(before).dividedBy(series(after));
        Section section = new Section(Measurement.GROWTH.key(), "Growth");
        section.goal(
                "Cost of a repair, %,d finished cases against %,d".formatted(many, few),
                "≤ 1.2 × (at 1,000,000)",
                ratio.shown("%.2f") + " ×",
                ratio.median() <= 1.2);
        section.text(
                "A finished repair leaves %d rows. A million of them are %.0f GB here, more than this machine's disk and "
                        + "some hours' work, so the larger number is %,d; what is read for a repair is found by indexes, "
                        + "whose depth grows with the logarithm.",
                rowsOfOne(), gigabytes() / many * 1_000_000, many);
        section.table(List.of("finished cases", "steps/s", "statements/step", "WAL kB/step"), rows);
        return section;
    }

    private List<Reading> read(int finished, List<List<String>> rows) throws Exception {
        List<Reading> readings = new ArrayList<>();
        try (Contender app = Aftercare.on(bench.postgres(), "aftercare")) {
            Reading.of(bench.postgres(), app, CLIENTS, bench.size(120, 4), number::getAndIncrement);
            for (int round = 0; round < bench.size(3, 1); round++) {
                readings.add(Reading.of(bench.postgres(), app, CLIENTS, bench.size(60, 4), number::getAndIncrement));
            }
        }
        rows.add(List.of(
                "%,d".formatted(finished),
                series(readings).shown("%.1f"),
                new Series(readings.stream().mapToDouble(Reading::statements).toArray()).shown("%.1f"),
                new Series(readings.stream()
                                .mapToDouble(r -> r.walBytes() / 1000)
                                .toArray())
                        .shown("%.1f")));
        Bench.say("%,d finished: %.1f steps/s"
                .formatted(finished, series(readings).median()));
        return readings;
    }

    private static Series series(List<Reading> readings) {
        return new Series(readings.stream().mapToDouble(Reading::stepsPerSecond).toArray());
    }

    /** Sets aside the rows of the one repair, and makes a function that adds copies of them. */
    private void prepare() throws Exception {
        bench.postgres().run("aftercare", """
                create table one_case as
                select c.table_name, 'one_' || c.table_name as kept, c.table_name like 'act_hi_%' as of_engine
                from information_schema.tables c
                where c.table_schema = 'public' and c.table_type = 'BASE TABLE' and (c.table_name like 'act_hi_%'
                    or c.table_name in (select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'case_no'))
                """, """
                do $$ declare t record; begin
                    for t in select * from one_case loop
                        execute format('create table %I as select * from %I', t.kept, t.table_name);
                    end loop;
                end $$
                """, """
                create function copied_id(id varchar, n int) returns varchar as $$
                    -- The end of an id of the engine names the machine and is the same in all; most have no room for more.
                    select case when length(id) > 50 then left(id, -8) || 'c' || lpad(to_hex(n), 7, '0') else id || '-' || n end
                $$ language sql immutable
                """, """
                create function add_cases(first int, last int) returns void as $$
                declare t record; columns text; chosen text;
                begin
                    -- The case before what belongs to it.
                    for t in select * from one_case order by table_name <> 'repair_case', table_name loop
                        select string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position),
                            string_agg(case
                                when c.column_name = 'case_no' or c.column_name = 'business_key_'
                                    then '''BX-2020-'' || lpad(n::text, 6, ''0'')'
                                when c.data_type = 'character varying' and (
                                    c.column_name in ('id_', 'record_no', 'key_value', 'process_instance_id', 'task_id')
                                    or c.column_name ~ '_?(inst|instance|execution|task|bytearray|job|stack)_id_$')
                                    then format('copied_id(s.%I, n)', c.column_name)
                                else 's.' || quote_ident(c.column_name) end, ', ' order by c.ordinal_position)
                        into columns, chosen from information_schema.columns c
                        where c.table_schema = 'public' and c.table_name = t.table_name and c.is_identity = 'NO';
                        execute format('insert into %I (%s) select %s from %I s, generate_series(%s, %s) n',
                            t.table_name, columns, chosen, t.kept, first, last);
                    end loop;
                end $$ language plpgsql
                """);
    }

    private void copy(int first, int last) throws Exception {
        for (int from = first; from <= last; from += 1_000) {
            bench.postgres().run("aftercare", "select add_cases(%d, %d)".formatted(from, Math.min(from + 999, last)));
        }
        bench.postgres().run("aftercare", "vacuum analyze");
        Bench.say("%,d cases".formatted(last));
    }

    private long rowsOfOne() throws Exception {
        return bench.postgres().query("aftercare", "select kept from one_case", tables -> {
            long rows = 0;
            while (tables.next()) {
                rows += bench.postgres().number("aftercare", "select count(*) from " + tables.getString(1));
            }
            return rows;
        });
    }

    private double gigabytes() throws Exception {
        return bench.postgres().number("aftercare", "select pg_database_size(current_database())") / 1e9;
    }
}
