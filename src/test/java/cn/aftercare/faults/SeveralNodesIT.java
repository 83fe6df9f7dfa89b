package cn.aftercare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.aftercare.e2e.PackagedApp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three instances of the packaged program on one database, any of which takes any request. */
@Tag("browser") // runs where the browser tests run: it needs the packaged program and its time
class SeveralNodesIT {

    private static final int REPAIRS = Integer.getInteger("aftercare.faults.repairs", 20);

    private static final int LATE = 5;
    private static final List<String> BROKEN =
            steps("COMPLETION REMINDER", "RESPONSE MANAGER", "RESPONSE REMINDER", "TASK_ORDER REMINDER");
    private static final List<String> NEXT = steps(
            "COMPLETION REMINDER",
            "RESPONSE MANAGER",
            "RESPONSE PMD_MANAGER",
            "RESPONSE REMINDER",
            "START REMINDER",
            "TASK_ORDER REMINDER");

    private static List<String> steps(String... each) {
        return Arrays.stream(each).map(step -> step + " " + LATE).toList();
    }

    @Test
    void work_goes_on_while_one_is_killed_and_everything_happens_once() throws Exception {
        try (TestServer server = new TestServer();
                PostOffice mail = PostOffice.opened();
                PackagedApp first = PackagedApp.start(server.options(mail.options()));
                PackagedApp second = PackagedApp.start(server.options(mail.options()));
                PackagedApp third = PackagedApp.start(server.options(mail.options()))) {
            Load.importProject(first);
            PostOffice.giveEverybodyAnAddress(server.jdbc());
            try (Load load = new Load(6, first, second, third)) {
                load.report(LATE);
                load.leave(4);
                load.begin(REPAIRS);
                load.during(REPAIRS * 3);
                // No mail is under way on the one that is killed, so that none may come twice.
                await("what is told of the cases reported too late")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> steps(server).equals(BROKEN) && underWay(server) == 0);
                third.kill();
                // What is due later is reminded of or goes to the next level meanwhile, on whichever is left.
                server.jdbc()
                        .sql("update act_ru_job set duedate_ = now() at time zone 'Asia/Shanghai' - interval '1 second'"
                                + " where process_def_key_ = 'service-commitment' and lock_owner_ is null")
                        .update();
                load.during(REPAIRS * 3);
                third.restart();
                load.finish();
                server.settled();
                Invariants invariants = new Invariants(server.jdbc());
                invariants.hold(load);
                invariants.delivered(mail, false);
            }
            assertThat(steps(server)).as("each once for each case").isEqualTo(NEXT);
        }
    }

    /** The steps of the cases reported too late, with how many there were. */
    private static List<String> steps(TestServer server) {
        return server.jdbc().sql("""
                        select type || ' ' || level || ' ' || count(*) from commitment_step s
                        join commitment c on c.id = s.commitment_id join repair_case r on r.case_no = c.case_no
                        where r.late_entry_reason is not null group by type, level order by type, level
                        """).query(String.class).list();
    }

    private static int underWay(TestServer server) {
        return server.jdbc()
                .sql("select count(*) from notification where outcome is null")
                .query(Integer.class)
                .single();
    }
}
