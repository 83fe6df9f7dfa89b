package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.aftercare.e2e.DebianPostgres.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of ops/ with the packaged program: everything is as it was at the backup, what fell due meanwhile happens at
 * once, and nothing happens twice.
 */
@Tag("postgresql")
class BackupRestoreIT {

    private static final String DATABASE = "aftercare";
    private static final Duration A_DAY = Duration.ofHours(24);

    /** So long before the response of an ordinary case is due it is reported: long enough to back up before. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    @TempDir
    Path backups;

    @Test
    void whatWasBackedUpComesBackAndGoesOn() throws IOException {
        try (DebianPostgres postgres = DebianPostgres.start()) {
            postgres.createDatabase(DATABASE);
            try (PackagedApp app = PackagedApp.start(postgres.options(DATABASE))) {
                Site site = new Site(app);
                String nearlyLate = site.reportLate("一层大厅", A_DAY.minus(BEFORE));
                String underWay = site.report(Site.PROJECT, "nanjing", "二层走廊");
                issueTaskOrder(site, underWay);
                List<String> tasksOfBoth = tasks(site, nearlyLate, underWay);
                Instant due = response(site, nearlyLate);

                Path backup =
                        Path.of(DebianPostgres.must(backup(postgres)).output().strip());
                assertThat(Instant.now()).as("backed up before it was due").isBefore(due);

                site.complete(Site.MATERIALS, underWay, "安排材料", Map.of("materialsPlan", "石膏板4张"));
                String lost = site.report(Site.PROJECT, "nanjing", "三层会议室");
                app.kill();
                postgres.destroy(DATABASE);

                DebianPostgres.must(restore(postgres, backup, DATABASE));
                Answer again = restore(postgres, backup, DATABASE);
                assertThat(again.exit()).isEqualTo(1);
                assertThat(again.output()).contains("the database aftercare is not empty");
                await("the deadline")
                        .atMost(BEFORE.plusMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> Instant.now().isAfter(due));
                app.restart();

                assertThat(site.casesAt("三层会议室")).isZero();
                assertThat(tasks(site, underWay)).contains("安排材料");
                await("the escalation")
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> site.taskNames(nearlyLate).contains("督办:维保经理"));
                assertThat(withoutSupervision(tasks(site, nearlyLate, underWay)))
                        .isEqualTo(tasksOfBoth);
                assertThat(tasks(site, nearlyLate)).containsOnlyOnce("督办:维保经理");
                assertThat(status(site, nearlyLate)).isEqualTo("BREACHED");
                everythingOnce(site, postgres);

                // The number was given before the backup is lost; it is free, and given once.
                assertThat(site.report(Site.PROJECT, "nanjing", "四层机房")).isEqualTo(lost);
            }
        }
    }

    @Test
    void aBackupOfSomethingElseIsNotKeptAndOldOnesGo() throws IOException {
        try (DebianPostgres postgres = DebianPostgres.start()) {
            postgres.createDatabase(DATABASE);
            Answer empty = backup(postgres);
            assertThat(empty.exit()).isEqualTo(1);
            assertThat(empty.output()).contains("holds no table repair_case; not kept");
            assertThat(files()).isEmpty();

            for (String table : List.of("repair_case", "act_ru_job", "act_ge_property")) {
                postgres.value(DATABASE, "create table " + table + " (id integer)");
            }
            for (int day = 1; day <= 9; day++) {
                Path old = Files.createFile(backups.resolve("aftercare-2020010" + day + "-030000.dump"));
                Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
            }
            Path other = Files.createFile(backups.resolve("other-20200101-030000.dump"));
            DebianPostgres.must(backup(postgres));

            List<String> kept = files();
            assertThat(kept).hasSize(8).contains(other.getFileName().toString());
            assertThat(kept)
                    .filteredOn(name -> name.startsWith("aftercare-2020"))
                    .hasSize(6)
                    .contains("aftercare-20200109-030000.dump", "aftercare-20200104-030000.dump");
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
        try (DebianPostgres postgres = DebianPostgres.start()) {
            Path damaged = Files.writeString(backups.resolve("damaged.dump"), "no backup");
            assertThat(restore(postgres, damaged, "somewhere").exit()).isNotZero();
            assertThat(postgres.value("postgres", "select count(*) from pg_database where datname = 'somewhere'"))
                    .isEqualTo("0");
        }
    }

    private Answer backup(DebianPostgres postgres) {
        return postgres.client(Map.of("PGDATABASE", DATABASE, "BACKUP_DIR", backups.toString()), "ops/backup.sh");
    }

    private static Answer restore(DebianPostgres postgres, Path backup, String database) {
        return postgres.client(Map.of(), "ops/restore.sh", backup.toString(), database);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void issueTaskOrder(Site site, String caseNo) {
        site.complete(Site.AFTER_SALES, caseNo, "下达维修任务单", Map.of("decision", "TAKEN", "itemCategory", "DECORATION"));
    }

    private static List<String> tasks(Site site, String... cases) {
        List<String> tasks = new ArrayList<>();
        for (String caseNo : cases) {
            tasks.addAll(site.taskNames(caseNo));
        }
        return tasks;
    }

    private static List<String> withoutSupervision(List<String> tasks) {
        return tasks.stream().filter(name -> !name.startsWith("督办")).toList();
    }

    private static JsonNode responseOf(Site site, String caseNo) {
        for (JsonNode promise : site.repairCase(caseNo).path("commitments")) {
            if (promise.path("type").asText().equals("RESPONSE")) {
                return promise;
            }
        }
        throw new AssertionError("no response promised to " + caseNo);
    }

    private static Instant response(Site site, String caseNo) {
        return OffsetDateTime.parse(responseOf(site, caseNo).path("dueAt").asText())
                .toInstant();
    }

    private static String status(Site site, String caseNo) {
        return responseOf(site, caseNo).path("status").asText();
    }

    /** One clock for each promise still to be kept, one step for each level reached, and no incident. */
    private static void everythingOnce(Site site, DebianPostgres postgres) {
        assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();
        assertThat(postgres.value(
                        DATABASE,
                        "select count(*) from commitment c where process_instance_id is not null and not exists"
                                + " (select 1 from act_ru_execution e where e.id_ = c.process_instance_id)"))
                .as("promises without clock")
                .isEqualTo("0");
        assertThat(postgres.value(
                        DATABASE,
                        "select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                                + " where d.key_ = 'service-commitment' and e.parent_id_ is null and not exists"
                                + " (select 1 from commitment c where c.process_instance_id = e.id_)"))
                .as("clocks without promise")
                .isEqualTo("0");
        assertThat(
                        postgres.value(
                                DATABASE,
                                "select count(*) from (select 1 from commitment_step group by commitment_id, level having count(*) > 1) x"))
                .as("steps twice")
                .isEqualTo("0");
    }
}
