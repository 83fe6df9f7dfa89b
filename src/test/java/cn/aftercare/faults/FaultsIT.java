package cn.aftercare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.aftercare.e2e.PackagedApp;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The packaged program on a real PostgreSQL under load, while something breaks; afterwards everything that was accepted is
 * there once, and nothing stands still. {@code -Daftercare.faults.repairs} says how many repairs (20): thousands take an
 * hour.
 */
@Tag("browser") // runs where the browser tests run: it needs the packaged program and its time
class FaultsIT {

    private static final int REPAIRS = Integer.getInteger("aftercare.faults.repairs", 20);
    private static final int PEOPLE = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NOT_HELD = "datname = '" + TestServer.DATABASE + "' and application_name <> 'held'";

    private TestServer server;
    private Invariants invariants;
    private SmallDisk disk;

    @BeforeEach
    void database() {
        server = new TestServer();
        invariants = new Invariants(server.jdbc());
    }

    @AfterEach
    void clear() {
        server.close();
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void the_program_is_killed_again_and_again() throws Exception {
        try (PostOffice mail = PostOffice.opened();
                PackagedApp app = PackagedApp.start(server.options(mail.options()));
                Load load = loaded(app)) {
            PostOffice.giveEverybodyAnAddress(server.jdbc());
            for (int kill = 0; kill < 4; kill++) {
                load.during(REPAIRS * 2);
                mailsUnderWay(load);
                app.kill();
                app.restart();
            }
            load.finish();
            server.settled();
            invariants.hold(load);
            invariants.delivered(mail, true);
        }
    }

    @Test
    void the_database_is_stopped_and_comes_back() throws Exception {
        try (PostOffice mail = PostOffice.opened();
                PackagedApp app = PackagedApp.start(server.options(mail.options()));
                Load load = loaded(app)) {
            PostOffice.giveEverybodyAnAddress(server.jdbc());
            for (int stop = 0; stop < 2; stop++) {
                load.during(REPAIRS * 3);
                mailsUnderWay(load);
                int failed = load.failed();
                server.stop();
                load.report(2);
                // People go on pressing meanwhile.
                await().pollDelay(Duration.ofSeconds(3))
                        .atMost(PATIENCE)
                        .until(() ->
                                load.failed() > failed && app.get("/camunda/").statusCode() < 600);
                server.restart();
            }
            load.finish();
            server.settled();
            invariants.hold(load);
            invariants.delivered(mail, true);
        }
    }

    @Test
    void others_hold_the_connections_and_the_tables_of_the_database() throws Exception {
        try (PackagedApp app = PackagedApp.start(server.options("--spring.datasource.hikari.connection-timeout=3000"));
                Load load = loaded(app)) {
            load.during(REPAIRS * 3);
            List<Connection> held = allConnections();
            try {
                int failed = load.failed();
                load.report(2);
                load.leave(2);
                // More than were under way when they were cut.
                await("requests without a connection")
                        .atMost(PATIENCE)
                        .until(() -> load.failed() > failed + 2 * PEOPLE);
            } finally {
                for (Connection connection : held) {
                    connection.close();
                }
            }
            load.during(REPAIRS);
            try (Connection slow = server.connect();
                    Statement lock = slow.createStatement()) {
                slow.setAutoCommit(false);
                lock.execute("lock table act_ru_execution in access exclusive mode");
                load.report(2);
                await("everybody waits")
                        .atMost(PATIENCE)
                        .until(() -> count("select count(*) from pg_locks where not granted") >= PEOPLE);
                slow.rollback();
            }
            load.finish();
            server.settled();
            invariants.hold(load);
        }
    }

    /** Cuts the program off and takes every connection the database has, those it had as well. */
    private List<Connection> allConnections() throws SQLException {
        List<Connection> held = new ArrayList<>();
        boolean others;
        do {
            takeFreeConnections(held);
            try (Statement statement = held.get(0).createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where " + NOT_HELD);
                takeFreeConnections(held);
                try (ResultSet rest = statement.executeQuery("select 1 from pg_stat_activity where " + NOT_HELD)) {
                    others = rest.next();
                }
            }
        } while (others);
        return held;
    }

    private void takeFreeConnections(List<Connection> held) {
        try {
            while (held.size() < 60) {
                held.add(server.connectAs("held"));
            }
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("too many clients");
        }
    }

    @Test
    void the_disk_of_the_database_is_full() throws Exception {
        server.close();
        disk = new SmallDisk(600);
        server = new TestServer(disk.folder("data"));
        invariants = new Invariants(server.jdbc());
        try (PackagedApp app = PackagedApp.start(server.options());
                Load load = loaded(app)) {
            for (int full = 0; full < 2; full++) {
                load.during(REPAIRS * 2);
                int failed = load.failed();
                disk.fill();
                load.report(2);
                load.leave(2);
                await("a request that cannot be written down").atMost(PATIENCE).until(() -> load.failed() > failed);
                disk.free();
                if (!server.answers()) {
                    server.stop();
                    server.restart();
                }
            }
            load.finish();
            server.settled();
            invariants.hold(load);
        }
    }

    /** Ten days ahead and back: what fired ahead of its time has fired, once, and everybody can go on. */
    @Test
    void the_clock_of_the_machine_jumps_ahead_and_back() throws Exception {
        try (MovableClock clock = new MovableClock();
                PackagedApp app = PackagedApp.start(clock.environment(), server.options());
                Load reported = new Load(PEOPLE, app);
                Load load = new Load(PEOPLE, app)) {
            Load.importProject(app);
            reported.report(6);
            reported.finish();
            server.settled();
            invariants.hold(reported);

            clock.ahead(Duration.ofDays(10));
            await("reminders of four promises, and three levels for the two hard ones, of each case")
                    .atMost(PATIENCE)
                    .until(() -> count("select count(*) from commitment_step") == 6 * (4 + 2 * 3));
            clock.ahead(Duration.ZERO);
            await("the true time again")
                    .atMost(PATIENCE)
                    .until(() -> clockOf(app).isBefore(Instant.now().plusSeconds(30)));

            reported.takeUp();
            load.leave(4);
            load.begin(6);
            load.finish();
            reported.finish();
            server.settled();
            assertThat(count("select count(*) from commitment_step where fired_at > now() + interval '1 hour'"))
                    .as("what has fired stays as it was written down")
                    .isPositive();
            invariants.hold(reported, load);
        }
    }

    private static Instant clockOf(PackagedApp app) {
        String date = app.get("/actuator/health/liveness")
                .headers()
                .firstValue("Date")
                .orElseThrow();
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** An analyst's mistake is told and changes nothing; what fits is used from the next case on. */
    @Test
    void an_analyst_deploys_under_load() throws Exception {
        String model = Files.readString(Path.of("processes/repair/repair.bpmn"));
        try (PackagedApp app = PackagedApp.start(server.options());
                Load load = loaded(app)) {
            load.during(REPAIRS);
            HttpResponse<String> mistaken = deploy(app, model.replaceFirst("Delegate}", "Delegat}"));
            assertThat(mistaken.statusCode()).isEqualTo(400);
            assertThat(mistaken.body()).contains("repair.bpmn", "程序里没有名为");
            assertThat(count("select count(*) from act_re_procdef where key_ = 'repair'"))
                    .isOne();

            load.leave(2);
            assertThat(deploy(app, model + "<!-- changed -->\n").statusCode()).isEqualTo(200);
            load.report(2);
            load.leave(2);
            load.begin(6);
            load.finish();
            server.settled();
            assertThat(count("select count(*) from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_"
                            + " where d.key_ = 'repair' and d.version_ = 2"))
                    .isGreaterThanOrEqualTo(6);
            invariants.hold(load);
        }
    }

    private static HttpResponse<String> deploy(PackagedApp app, String model) {
        return app.postFileAs(
                "analyst", "/engine-rest/deployment/create", Map.of("deployment-name", "修改维修流程"), "repair.bpmn", model);
    }

    /** The attempts of a day are made at once, by moving the due dates instead of waiting for them. */
    @Test
    void the_mail_server_is_away_for_a_day() throws Exception {
        try (PostOffice mail = new PostOffice();
                PackagedApp app = PackagedApp.start(server.options(mail.options()));
                Load load = new Load(PEOPLE, app)) {
            PostOffice.giveEverybodyAnAddress(server.jdbc());
            Load.importProject(app);
            load.report(6);
            load.leave(4);
            load.finish();
            await("three reminders and the manager's notice of each case reported too late")
                    .atMost(PATIENCE)
                    .until(() -> count("select count(*) from notification where channel = 'MAIL'") == 4 * 6);
            // Four in the first half hour, then one every two hours.
            for (int attempt = 0; attempt < 16; attempt++) {
                int failed = count("select count(*) from act_hi_job_log where job_state_ = 1");
                server.jdbc()
                        .sql("update act_ru_job set duedate_ = now() at time zone 'Asia/Shanghai' - interval '1 second'"
                                + " where retries_ > 0 and process_def_key_ = 'notification-delivery'")
                        .update();
                await("another attempt")
                        .atMost(PATIENCE)
                        .until(() -> count("select count(*) from act_hi_job_log where job_state_ = 1") > failed
                                || count("select count(*) from act_ru_job where retries_ > 0"
                                                + " and process_def_key_ = 'notification-delivery'")
                                        == 0);
            }
            assertThat(count("select count(*) from notification where outcome = 'SENT'"))
                    .isZero();

            mail.open();
            server.jdbc()
                    .sql("update act_ru_job set duedate_ = now() at time zone 'Asia/Shanghai' - interval '1 second'"
                            + " where process_def_key_ = 'notification-delivery'")
                    .update();
            await("delivery")
                    .atMost(PATIENCE)
                    .until(() -> count("select count(*) from notification where outcome is null") == 0);
            invariants.hold(load);
            invariants.delivered(mail, false);
        }
    }

    /** One case that cannot go on keeps nobody else from it, and somebody sees it. */
    @Test
    void a_poisoned_case_becomes_an_incident_and_the_others_go_on() throws Exception {
        try (PackagedApp app = PackagedApp.start(server.options());
                Load load = new Load(PEOPLE, app)) {
            Load.importProject(app);
            server.jdbc().sql("""
                            create function poison() returns trigger as $$ begin
                                if new.kind = 'WARRANTY_RECORD' and new.case_no like '%000001' then
                                    raise exception 'the paper is torn';
                                end if;
                                return new;
                            end $$ language plpgsql
                            """).update();
            server.jdbc()
                    .sql("create trigger poison before insert on service_record for each row execute function poison()")
                    .update();
            load.begin(6);
            await("five are done")
                    .atMost(PATIENCE)
                    .until(() -> count("select count(*) from repair_case where stage = 'CLOSED'") == 5);
            load.report(2);
            load.leave(2);
            await("an incident, after all attempts").atMost(PATIENCE).until(() -> {
                server.tryAgainNow();
                return count("select count(*) from act_ru_incident") > 0;
            });
            assertThat(app.getAs("admin", "/engine-rest/incident").body()).contains("failedJob");
            // Mended, and told to try again as an administrator does in Cockpit.
            server.jdbc().sql("drop trigger poison on service_record").update();
            server.jdbc()
                    .sql("update act_ru_job set retries_ = 1, duedate_ = now() at time zone 'Asia/Shanghai'"
                            + " where retries_ = 0")
                    .update();
            load.finish();
            server.settled();
            invariants.hold(load);
        }
    }

    private Load loaded(PackagedApp app) {
        Load.importProject(app);
        Load load = new Load(PEOPLE, app);
        load.begin(REPAIRS);
        return load;
    }

    /** Promises are broken, and what is told of them is on its way; other cases are begun. */
    private void mailsUnderWay(Load load) {
        int told = count("select count(*) from notification");
        load.leave(2);
        load.report(2);
        await("mails").atMost(PATIENCE).until(() -> count("select count(*) from notification") > told);
    }

    private int count(String sql) {
        return server.jdbc().sql(sql).query(Integer.class).single();
    }
}
