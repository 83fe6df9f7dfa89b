package cn.aftercare.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.testing.EngineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DecisionTablesTest {

    private static final Map<String, Object> NEITHER = Map.of("structural", false, "emergency", false);

    @Autowired
    DecisionTables tables;

    @Autowired
    RepositoryService repository;

    @Test
    void a_table_answers_by_its_newest_version_whatever_was_asked_before() throws IOException {
        assertThat(kind(NEITHER)).isEqualTo("ORDINARY");
        assertThat(kind(NEITHER)).isEqualTo("ORDINARY");
        String changed = Files.readString(Path.of("processes/repair/repair-triage.dmn"))
                .replace("<text>\"ORDINARY\"</text>", "<text>\"EMERGENCY\"</text>");
        String deployment = repository
                .createDeployment()
                .addString("repair-triage.dmn", changed)
                .deploy()
                .getId();
        try {
            assertThat(kind(NEITHER)).isEqualTo("EMERGENCY");
            assertThat(kind(Map.of("structural", true, "emergency", false))).isEqualTo("STRUCTURAL");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        assertThat(kind(NEITHER)).isEqualTo("ORDINARY");
    }

    @Test
    void an_answer_cannot_be_changed_by_whoever_asked() {
        List<Map<String, Object>> answer = tables.evaluate("repair-triage", NEITHER);
        assertThatThrownBy(() -> answer.get(0).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(answer::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private Object kind(Map<String, Object> question) {
        return tables.evaluate("repair-triage", question)
                .get(0)
                .values()
                .iterator()
                .next();
    }
}
