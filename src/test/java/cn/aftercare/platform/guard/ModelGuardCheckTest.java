package cn.aftercare.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.aftercare.platform.model.ModelSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelGuardCheckTest {

    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();
    private final ManagementService management = mock(ManagementService.class);
    private Path program;

    @BeforeEach
    void startWithWrongModels() throws IOException {
        when(management.getProperties()).thenReturn(properties);
        doAnswer(call -> properties.put(call.getArgument(0), call.getArgument(1)))
                .when(management)
                .setProperty(anyString(), anyString());
        program = Files.writeString(folder.resolve("program.jar"), "version 1");
        Files.createDirectories(folder.resolve("models/processes"));
        model("wrong");
    }

    @Test
    void modelsThatDoNotAgreeStopEveryStart() throws IOException {
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(this::start).hasMessageStartingWith("模型与程序不一致");
        }
        assertThat(properties).isEmpty();
    }

    @Test
    void whatAgreedIsNotCheckedAgainUntilAModelOrTheProgramChanges() throws IOException {
        properties.put(CheckedBefore.PROPERTY, fingerprint());
        assertThatCode(this::start).doesNotThrowAnyException();

        model("changed");
        assertThatThrownBy(this::start).hasMessageStartingWith("模型与程序不一致");

        model("wrong");
        assertThatCode(this::start).doesNotThrowAnyException();
        Files.writeString(program, "version 2");
        assertThatThrownBy(this::start).hasMessageStartingWith("模型与程序不一致");
    }

    @Test
    void ourModelsAreRememberedOnceTheyAgree() throws IOException {
        new ModelGuardCheck(new ModelSources(""), management, "the pair").run();
        assertThat(properties).containsExactly(Map.entry(CheckedBefore.PROPERTY, "the pair"));
    }

    @Test
    void aProgramOfLooseClassesHasNoFingerprint() throws IOException {
        assertThat(CheckedBefore.fingerprint(sources(), folder.toFile())).isNull();
        assertThat(CheckedBefore.fingerprint(sources(), null)).isNull();
        new ModelGuardCheck(new ModelSources(""), management, null).run();
        assertThat(properties).isEmpty();
    }

    private void start() throws IOException {
        new ModelGuardCheck(sources(), management, fingerprint()).run();
    }

    private String fingerprint() throws IOException {
        return CheckedBefore.fingerprint(sources(), program.toFile());
    }

    private ModelSources sources() throws IOException {
        return new ModelSources(folder.resolve("models").toString());
    }

    private void model(String text) throws IOException {
        Files.writeString(folder.resolve("models/processes/one.bpmn"), text);
    }
}
