package cn.aftercare.repair;

import static cn.aftercare.repair.Walk.at;
import static cn.aftercare.repair.Walk.endOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A repair from the notice to the archived record, along every way it can take. */
@EngineTest
@Import(Walk.class)
class RepairFlowTest {

    @Autowired
    Walk walk;

    @BeforeEach
    void project() {
        walk.project();
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void a_free_minor_repair_runs_from_the_notice_to_the_closed_case() {
        EngineTime.set("2025-09-27T10:15:00+08:00");
        Repair repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-27T16:40:00+08:00"));
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(at("2025-09-27T16:40:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-09-29"));
        assertThat(repair.openTasks()).containsExactly("下达维修任务单");

        repair.surveyed(Map.of()).confirm(Map.of());
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
        repair.started(Map.of());
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.hard(CommitmentType.SAME_DAY).dueAt()).isEqualTo(endOf("2025-09-27"));
        repair.work().selfCheck(true).accept(true);
        assertThat(repair.target(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.target(CommitmentType.POST_REPAIR_VISIT).dueAt()).isEqualTo(endOf("2025-10-04"));
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
        assertThat(repair.now().closing().recordNo()).startsWith("BXJL-2025-");
        assertThat(repair.openTasks()).isEmpty();
    }
}
