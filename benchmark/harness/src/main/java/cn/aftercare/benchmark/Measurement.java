package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.Locale;

/** The measurements, in the order of the report. */
enum Measurement {
    REPAIR {
        @Override
        Section run(Bench bench) throws Exception {
            return new RepairThroughput(bench).run();
        }
    },
    STATEMENTS {
        @Override
        Section run(Bench bench) throws Exception {
            return new StatementProfile(bench).run();
        }
    };

    abstract Section run(Bench bench) throws Exception;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
