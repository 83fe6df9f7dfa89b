package cn.aftercare.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the analyst reads, and the exit code a script reads. */
class CheckModelsCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private int run(String... args) {
        return CheckModelsCommand.run(args, new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    private String[] lines() {
        return output.toString(StandardCharsets.UTF_8).split("\\R");
    }

    @Test
    void reportsEveryFindingOfAFolderOnALineAndThenTheirNumber() throws IOException {
        Path processes = Files.createDirectories(folder.resolve("processes/repair"));
        Files.writeString(processes.resolve("broken.bpmn"), "<definitions");

        assertThat(run("check-models", folder.toString())).isEqualTo(1);

        assertThat(lines()[0]).startsWith("broken.bpmn · 文件读不出来：");
        assertThat(lines()[lines().length - 1]).isEqualTo("模型检查未通过：" + (lines().length - 1) + " 个问题");
    }

    @Test
    void saysWhenTheFolderIsNotThere() {
        assertThat(run("check-models", folder.resolve("missing").toString())).isEqualTo(1);
        assertThat(lines()).containsExactly("目录不存在：" + folder.resolve("missing"));
    }

    @Test
    void saysWhenTheFolderHasNoModels() {
        assertThat(run("check-models", folder.toString())).isEqualTo(1);
        assertThat(lines()[0]).startsWith("检查无法进行：");
    }

    @Test
    void explainsItselfWhenCalledWrongly() {
        assertThat(run("check-models", "a", "b")).isEqualTo(1);
        assertThat(lines()).containsExactly("用法：java -jar aftercare.jar check-models [模型目录]");
    }
}
