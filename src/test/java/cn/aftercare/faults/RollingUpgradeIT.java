package cn.aftercare.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.e2e.PackagedApp;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From an older version ({@code -Daftercare.previous.jar}, see {@code .ci/upgrade}) to this one as the runbook says, node by
 * node, with people at work: cases begun on the old models and schema come to their end on the new ones.
 */
@Tag("browser") // needs the packaged program and its time
@Tag("upgrade")
class RollingUpgradeIT {

    private static final int REPAIRS = Integer.getInteger("aftercare.faults.repairs", 20);

    @Test
    void cases_of_the_old_version_end_on_the_new_one() throws Exception {
        Path previous = Path.of(System.getProperty("aftercare.previous.jar"));
        try (TestServer server = new TestServer();
                PackagedApp old = PackagedApp.startJar(previous, server.options());
                PackagedApp second = PackagedApp.startJar(previous, server.options())) {
            Load.importProject(old);
            try (Load before = new Load(6, old, second)) {
                before.report(2);
                before.leave(4);
                before.begin(REPAIRS);
                before.during(REPAIRS * 5);
                second.stop();
                try (PackagedApp first = PackagedApp.start(server.options());
                        Load between = new Load(3, old, first)) {
                    // Both versions take requests and jobs.
                    between.report(2);
                    between.leave(4);
                    between.begin(REPAIRS / 2);
                    between.during(REPAIRS);
                    old.stop();
                    try (PackagedApp last = PackagedApp.start(server.options());
                            Load after = new Load(3, first, last)) {
                        before.nowOn(first, last);
                        between.nowOn(first, last);
                        after.begin(REPAIRS / 2);
                        before.finish();
                        between.finish();
                        after.finish();
                        server.settled();
                        assertThat(count(server, "select count(*) from act_ru_incident"))
                                .as("incidents")
                                .isZero();
                        new Invariants(server.jdbc()).hold(before, between, after);
                    }
                }
            }
        }
    }

    private static int count(TestServer server, String sql) {
        return server.jdbc().sql(sql).query(Integer.class).single();
    }
}
