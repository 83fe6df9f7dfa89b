package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;

/** The register as a workbook, of copies of one finished case. */
final class RegisterExport {

    private final Bench bench;

    RegisterExport(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        List<Long> peaks = new ArrayList<>();
        double speed = 0;
        for (int cases : bench.full() ? List.of(10_000, 100_000) : List.of(500)) {
            String database = "register" + cases;
            try (Contender app = Aftercare.fresh(bench.postgres(), database)) {
                app.repair(0);
                copy(database, cases);
            }
            try (Contender app = Aftercare.on(bench.postgres(), database, "-Xmx320m")) {
                // Once before, as a program that has been running for a while.
                app.program().drain("hq-pmd", "/api/repair-register.xlsx");
                long begun = System.nanoTime();
                long bytes = app.program().drain("hq-pmd", "/api/repair-register.xlsx");
                double seconds = (System.nanoTime() - begun) / 1e9;
                speed = cases / seconds;
                peaks.add(app.program().peakMib());
                rows.add(List.of(
                        String.valueOf(cases),
                        "%.1f".formatted(seconds),
                        "%.0f".formatted(speed),
                        "%.1f".formatted(bytes / 1e6),
                        String.valueOf(app.program().peakMib())));
            }
        }
        Section section = new Section(Measurement.REGISTER.key(), "Exporting the register");
        section.goal(
                "Register export of 100,000 rows", "≥ 10,000 rows/s", "%.0f rows/s".formatted(speed), speed >= 10_000);
        double growth = (double) peaks.get(peaks.size() - 1) / peaks.get(0);
        section.goal(
                "The same, largest memory against 10,000 rows", "constant", "%.2f ×".formatted(growth), growth <= 1.1);
        section.text("With a heap of 320 MiB.");
        section.table(List.of("rows", "s", "rows/s", "MB", "largest resident MiB"), rows);
        return section;
    }

    private void copy(String database, int cases) throws Exception {
        bench.postgres()
                .run(
                        database,
                        "create table copies as select c.*, n as copy_no from repair_case c, generate_series(2, "
                                + cases + ") n",
                        "update copies set case_no = 'BX-2020-' || lpad(copy_no::text, 6, '0')",
                        "alter table copies drop column copy_no",
                        "insert into repair_case select * from copies",
                        // Apart, or each copy reads the table it is written to once more.
                        "create table one_commitment as select * from commitment",
                        "create table one_round as select * from acceptance_round",
                        """
                insert into commitment (case_no, unit, type, kind, anchor_at, due_at, remind_at, provisional,
                    owner_specified, status, met_at)
                select n.case_no, c.unit, c.type, c.kind, c.anchor_at, c.due_at, c.remind_at, c.provisional,
                    c.owner_specified, c.status, c.met_at
                from one_commitment c, copies n
                """,
                        """
                insert into acceptance_round (case_no, round_no, work_done, finished_at, responsible, self_check, accepted,
                    owner_representative, decided_at)
                select n.case_no, r.round_no, r.work_done, r.finished_at, r.responsible, r.self_check, r.accepted,
                    r.owner_representative, r.decided_at
                from one_round r, copies n
                """,
                        "drop table copies, one_commitment, one_round",
                        "analyze");
    }
}
