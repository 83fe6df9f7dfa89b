package cn.aftercare.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/** Processor time in milliseconds, of the program that is measured, its database and the harness. */
record ProcessorTime(double program, double database, double harness) {

    /** Since each of them began. */
    static ProcessorTime of(Contender contender, Postgres postgres) throws SQLException {
        return new ProcessorTime(
                millis(contender.program().handle()),
                // The server works in processes it has started.
                postgres.handle().children().mapToDouble(ProcessorTime::millis).sum(),
                millis(ProcessHandle.current()));
    }

    /** What each of so many pieces of work took. */
    ProcessorTime since(ProcessorTime before, long pieces) {
        return new ProcessorTime(
                (program - before.program) / pieces,
                (database - before.database) / pieces,
                (harness - before.harness) / pieces);
    }

    /** How many pieces of this kind a second keep every core busy. */
    double perSecond() {
        return Runtime.getRuntime().availableProcessors() * 1000 / (program + database + harness);
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }
}
