package cn.aftercare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.model.TokenGame.State;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No structural case reaches repair without a report, safety measures and an accepted scheme (R-06..R-08): not in any
 * state the models can be in.
 */
class StructuralPathsTest {

    private static final Set<String> NEEDED = Set.of("Event_Reported", "Task_TakeMeasures", "Event_SchemeAccepted");

    /** What lets a structural case be repaired, forgotten whenever the handling starts over. */
    private static Set<String> handled(FlowNode node, Set<String> known) {
        if (node.getId().equals("Call_Execution") && !known.containsAll(NEEDED)) {
            throw new IllegalStateException("repair is reached with nothing but " + known);
        }
        if (node.getId().equals("Sub_Handling")) {
            return Set.of();
        }
        Set<String> facts = new TreeSet<>(known);
        if (NEEDED.contains(node.getId())) {
            facts.add(node.getId());
        }
        return facts;
    }

    /** A case is structural from the link to its withdrawal. */
    private static Set<String> structural(FlowNode node, Set<String> known) {
        Set<String> repairing = Set.of("Sub_OrdinaryRepair", "Call_Emergency", "Call_Execution");
        if (known.contains("structural") && repairing.contains(node.getId())) {
            throw new IllegalStateException("a structural case reaches " + node.getId());
        }
        if ("结构安全".equals(TokenGame.link(node))) {
            return Set.of("structural");
        }
        return node.getId().equals("Event_StructuralToOrdinary") ? Set.of() : known;
    }

    @Test
    void repair_follows_report_measures_and_scheme_in_every_state() {
        Set<State> states = explore("structural/structural-safety", StructuralPathsTest::handled);
        assertThat(states).hasSizeGreaterThan(100);
    }

    @Test
    void a_structural_case_leaves_the_repair_flow_for_good_unless_it_is_withdrawn() {
        assertThat(explore("repair/repair", StructuralPathsTest::structural)).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repair/repair",
                "repair/repair-execution",
                "emergency/emergency-repair",
                "structural/structural-safety",
                "agreement/paid-repair-agreement",
                "agreement/charge-settlement"
            })
    void every_node_is_reached_and_every_state_can_end(String model) {
        TokenGame game = new TokenGame(new File("processes/" + model + ".bpmn"));
        Set<String> passed = new TreeSet<>();
        Set<State> states = game.explore((node, known) -> {
            passed.add(node.getId());
            return Set.of();
        });
        assertThat(states).anyMatch(state -> state.tokens().isEmpty());
        assertThat(game.nodes())
                .extracting(FlowNode::getId)
                .allSatisfy(id -> assertThat(passed).contains(id));
    }

    /** The proof would notice: here the way to the repair leads around the acceptance of the scheme. */
    @Test
    void a_way_around_the_scheme_is_found_out(@TempDir Path folder) throws IOException {
        String xml = Files.readString(Path.of("processes/structural/structural-safety.bpmn"));
        String drawn = "<bpmn:outgoing>Flow_Scheme_SchemeAccepted</bpmn:outgoing>";
        assertThat(xml).contains(drawn);
        Path broken = folder.resolve("structural-safety.bpmn");
        Files.writeString(broken, xml.replace(drawn, "<bpmn:outgoing>Flow_SchemeAccepted_AllDone</bpmn:outgoing>"));
        assertThatThrownBy(() -> new TokenGame(broken.toFile()).explore(StructuralPathsTest::handled))
                .hasMessageContaining("repair is reached with nothing but");
    }

    private static Set<State> explore(String model, BiFunction<FlowNode, Set<String>, Set<String>> learn) {
        return new TokenGame(new File("processes/" + model + ".bpmn")).explore(learn);
    }
}
