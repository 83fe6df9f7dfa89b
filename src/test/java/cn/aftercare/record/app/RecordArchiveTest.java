package cn.aftercare.record.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.organisation.Actor;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.record.RecordDatabase;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.TestActors;
import cn.aftercare.record.persistence.RecordRepository;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.CaseDossiers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordArchiveTest {

    /** In Shanghai it is already the first of January 2026. */
    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00Z");

    private final RecordDatabase database = new RecordDatabase();
    private Actor actor = TestActors.NANJING_TECHNICIAN;
    private final RecordArchive archive = new RecordArchive(
            new RecordRepository(database.jdbc()),
            new Dossiers(List.of(new CaseDossiers(database.jdbc()))),
            () -> actor,
            Clock.fixed(NEW_YEAR, ZoneOffset.UTC));

    @BeforeEach
    void oneCase() {
        database.addCase("BX-1", Stage.WORKING);
    }

    @Test
    void numbersFollowOneSequenceAndTheYearInShanghai() {
        database.jdbc().sql("alter sequence record_no_seq restart with 123").update();

        RecordEntry order = archive.archive(RecordKind.TASK_ORDER, "BX-1", RecordArchiveTest::content);
        RecordEntry record = archive.archive(RecordKind.WARRANTY_RECORD, "BX-1", RecordArchiveTest::content);

        assertThat(order)
                .isEqualTo(new RecordEntry(
                        "RWD-2026-000123", "BX-1", "NJ-2023-001", "nanjing", RecordKind.TASK_ORDER, NEW_YEAR));
        assertThat(record.recordNo()).isEqualTo("BXJL-2026-000124");
        assertThat(archive.find("RWD-2026-000123")).isEqualTo(order);
        assertThat(new String(archive.content("BXJL-2026-000124"), StandardCharsets.UTF_8))
                .isEqualTo("BXJL-2026-000124 2025-12-31T16:00:00Z");
        assertThat(archive.ofCase("BX-1")).containsExactly(record, order);
    }

    @Test
    void otherUnitsFindNothing() {
        RecordEntry entry = archive.archive(RecordKind.TASK_ORDER, "BX-1", RecordArchiveTest::content);

        actor = TestActors.SUZHOU_TECHNICIAN;
        assertThatThrownBy(() -> archive.find(entry.recordNo())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> archive.content(entry.recordNo())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> archive.ofCase("BX-1")).isInstanceOf(NotFoundException.class);

        actor = TestActors.HQ_PMD;
        assertThat(archive.find(entry.recordNo())).isEqualTo(entry);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> archive.archive(RecordKind.TASK_ORDER, "BX-9", RecordArchiveTest::content))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("没有案件 BX-9");
        assertThatThrownBy(() -> archive.find("RWD-2026-999999"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("没有编号为 RWD-2026-999999 的记录");
    }

    private static byte[] content(RecordArchive.Filing filing) {
        return (filing.recordNo() + " " + filing.createdAt()).getBytes(StandardCharsets.UTF_8);
    }
}
