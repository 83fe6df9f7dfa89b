package cn.aftercare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.aftercare.e2e.PackagedApp;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three instances of the packaged program on one database, any of which takes any request. */
@Tag("browser") // runs where the browser tests run: it needs the packaged program and its time
class SeveralNodesIT {

    private static final int REPAIRS = Integer.getInteger("aftercare.faults.repairs", 20);

    @Test
    void work_goes_on_while_one_is_killed_and_everything_happens_once() throws Exception {
        try (TestServer server = new TestServer();
                PackagedApp first = PackagedApp.start(server.options());
                PackagedApp second = PackagedApp.start(server.options());
                PackagedApp third = PackagedApp.start(server.options())) {
            Load.importProject(first);
            try (Load load = new Load(6, first, second, third)) {
                load.begin(REPAIRS);
                load.during(REPAIRS * 3);
                third.kill();
                // Reminders of what is promised fire meanwhile, on whichever is left.
                server.jdbc()
                        .sql("update act_ru_job set duedate_ = now() at time zone 'Asia/Shanghai' - interval '1 second'"
                                + " where process_def_key_ = 'service-commitment' and lock_owner_ is null")
                        .update();
                load.during(REPAIRS * 3);
                third.restart();
                load.finish();
                await("the last jobs")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> server.jdbc()
                                        .sql("select count(*) from act_ru_job where retries_ > 0"
                                                + " and process_instance_id_ is not null"
                                                + " and duedate_ <= now() at time zone 'Asia/Shanghai'")
                                        .query(Integer.class)
                                        .single()
                                == 0);
                new Invariants(server.jdbc()).hold(load.accepted());
            }
            assertThat(server.jdbc()
                            .sql(
                                    "select count(*) from commitment_step where level = 'REMINDER' and fired_at is not null")
                            .query(Integer.class)
                            .single())
                    .as("reminders, each once")
                    .isPositive();
        }
    }
}
