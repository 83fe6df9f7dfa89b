package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of the task list with its count, among 100,000 open tasks, as somebody who sees the tasks of one group only. The
 * tasks are copies of one that was made by the application itself, dealt out to the groups in turn; what the application
 * keeps beside a task (grants in the plain one) is copied with it, and each is a second older than the one before.
 */
final class OpenTasks {

    private static final List<String> ROLES =
            List.of("after-sales", "materials", "pmd", "engineer", "warranty-manager", "site-technician", "technician");

    private final Bench bench;

    OpenTasks(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        int tasks = bench.size(100_000, 2_000);
        List<List<String>> rows = new ArrayList<>();
        Series ours;
        Series plain;
        try (Contender app = Aftercare.fresh(bench.postgres(), "aftercare")) {
            app.start(0);
            copy(app.database(), tasks, "nanjing-%s");
            // As a program that has been running for a while; the plain one is slow for another reason.
            ours = read(app, "nanjing-pmd", "nanjing-pmd", bench.size(300, 1), bench.size(200, 5));
            rows.add(row(app, ours));
        }
        try (Contender app = PlainCamunda.fresh(bench.postgres(), "Camunda", "plain")) {
            app.start(0);
            copy(app.database(), tasks, "%s-group");
            plain = read(app, "pmd", "pmd-group", 1, bench.size(8, 3));
            rows.add(row(app, plain));
        }
        Section section = new Section(Measurement.OPEN_TASKS.key(), "The task list among " + tasks + " open tasks");
        section.goal(
                "Task list and count, 100,000 open tasks, p95",
                "≤ 100 ms",
                "%.0f ms (Camunda %.0f ms)".formatted(ours.percentile(0.95), plain.percentile(0.95)),
                ours.percentile(0.95) <= 100);
        section.table(List.of("", "list + count, ms", "p95, ms"), rows);
        return section;
    }

    private static List<String> row(Contender app, Series milliseconds) {
        return List.of(app.name(), milliseconds.shown("%.0f"), "%.0f".formatted(milliseconds.percentile(0.95)));
    }

    private void copy(String database, int tasks, String groupPattern) throws Exception {
        // Inside a string inside a string.
        String group = ROLES.stream()
                .map(role -> "''" + groupPattern.formatted(role) + "''")
                .collect(Collectors.joining(",", "(array[", "])[1 + n % 7]"));
        bench.postgres()
                .run(
                        database,
                        """
                create function copied(source text, target text, tasks int, changes text) returns void as $$
                declare columns text; chosen text;
                begin
                  select string_agg(quote_ident(c.column_name), ', ' order by ordinal_position),
                         string_agg(coalesce(x.value, 's.' || quote_ident(c.column_name)), ', ' order by ordinal_position)
                  into columns, chosen from information_schema.columns c
                  left join jsonb_each_text(changes::jsonb) x on x.key = c.column_name
                  where c.table_schema = 'public' and c.table_name = target;
                  execute format('insert into %s (%s) select %s from %s s, generate_series(1, %s) n',
                                 target, columns, chosen, source, tasks);
                end $$ language plpgsql
                """,
                        "create table one_task as select * from act_ru_task limit 1",
                        "create table one_execution as select e.* from act_ru_execution e join one_task t on t.proc_inst_id_ = e.id_",
                        "create table one_link as select l.* from act_ru_identitylink l join one_task t on t.id_ = l.task_id_",
                        "create table one_variable as select v.* from act_ru_variable v join one_task t on t.proc_inst_id_ = v.proc_inst_id_"
                                + " where v.bytearray_id_ is null and v.task_id_ is null",
                        "create table one_grant as select a.* from act_ru_authorization a join one_task t on t.id_ = a.resource_id_",
                        ("select copied('one_execution', 'act_ru_execution', %d, "
                                        + "'{\"id_\": \"''p'' || n\", \"proc_inst_id_\": \"''p'' || n\", \"root_proc_inst_id_\": \"''p'' || n\","
                                        + " \"parent_id_\": \"null\", \"business_key_\": \"''K'' || n\"}')")
                                .formatted(tasks),
                        ("select copied('one_task', 'act_ru_task', %d, "
                                        + "'{\"id_\": \"''t'' || n\", \"execution_id_\": \"''p'' || n\", \"proc_inst_id_\": \"''p'' || n\","
                                        // Tasks are not all made in the same instant.
                                        + " \"create_time_\": \"s.create_time_ - n * interval ''1 second''\"}')")
                                .formatted(tasks),
                        ("select copied('one_link', 'act_ru_identitylink', %d, '{\"id_\": \"''l'' || n\", "
                                        + "\"task_id_\": \"''t'' || n\", \"group_id_\": \"%s\"}')")
                                .formatted(tasks, group),
                        ("select copied('one_variable', 'act_ru_variable', %d, "
                                        + "'{\"id_\": \"''v'' || n || s.name_\", \"execution_id_\": \"''p'' || n\","
                                        + " \"proc_inst_id_\": \"''p'' || n\", \"var_scope_\": \"''p'' || n\"}')")
                                .formatted(tasks),
                        ("select copied('one_grant', 'act_ru_authorization', %d, '{\"id_\": \"''a'' || n\", "
                                        + "\"resource_id_\": \"''t'' || n\", \"group_id_\": \"%s\"}')")
                                .formatted(tasks, group),
                        // As the database leaves its tables behind after a while.
                        "vacuum analyze");
    }

    private Series read(Contender app, String person, String group, int warmUp, int times) {
        Map<String, Object> list = Map.of(
                "candidateGroups",
                List.of(group),
                "includeAssignedTasks",
                true,
                "sorting",
                List.of(Map.of("sortBy", "created", "sortOrder", "desc")));
        Map<String, Object> count = Map.of("candidateGroups", List.of(group), "includeAssignedTasks", true);
        double[] milliseconds = new double[times];
        for (int i = -warmUp; i < times; i++) {
            long begun = System.nanoTime();
            int shown = app.program()
                    .post(person, "/engine-rest/task?firstResult=0&maxResults=15", list)
                    .size();
            long counted = app.program()
                    .post(person, "/engine-rest/task/count", count)
                    .path("count")
                    .asLong();
            if (shown != 15 || counted < 100) {
                throw new IllegalStateException(app.name() + " shows " + shown + " of " + counted);
            }
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return new Series(milliseconds);
    }
}
