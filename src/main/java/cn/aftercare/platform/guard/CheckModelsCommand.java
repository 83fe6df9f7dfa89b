package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelSources;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The analysts' check of a folder of models: the same findings as at the start, without server and database. */
public final class CheckModelsCommand {

    public static final String NAME = "check-models";

    private CheckModelsCommand() {}

    /**
     * Runs {@code check-models [folder]}; without a folder it checks the packaged models.
     *
     * @param args with or without the command's own name in front
     * @return exit code: 0 when models and code agree, otherwise 1
     */
    public static int run(String[] args) {
        LoggingSystem.get(CheckModelsCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return run(args, new PrintStream(new FileOutputStream(FileDescriptor.out), true, terminalCharset()));
    }

    static int run(String[] args, PrintStream out) {
        List<String> folders = Arrays.stream(args).filter(a -> !a.equals(NAME)).toList();
        if (folders.size() > 1) {
            out.println("用法：java -jar aftercare.jar " + NAME + " [模型目录]");
            return 1;
        }
        String folder = folders.isEmpty() ? "" : folders.get(0);
        if (!folder.isBlank() && !Files.isDirectory(Path.of(folder))) {
            out.println("目录不存在：" + folder);
            return 1;
        }
        try {
            return report(ModelSet.of(new ModelSources(folder)), out);
        } catch (IOException | IllegalStateException e) {
            out.println("检查无法进行：" + e.getMessage());
            return 1;
        }
    }

    private static int report(ModelSet models, PrintStream out) {
        List<Finding> findings = ModelGuard.check(models, ModelGuard.codeFacts());
        findings.forEach(out::println);
        if (!findings.isEmpty()) {
            out.println("模型检查未通过：" + findings.size() + " 个问题");
            return 1;
        }
        out.println("模型检查通过：" + models.processes().size() + " 个流程、" + models.decisionCount() + " 个决策、"
                + models.forms().size() + " 张表单");
        return 0;
    }

    /** Windows consoles read GBK, everything else UTF-8; a bare C locale must not turn Chinese into question marks. */
    private static Charset terminalCharset() {
        Console console = System.console();
        return console == null || console.charset().equals(StandardCharsets.US_ASCII)
                ? StandardCharsets.UTF_8
                : console.charset();
    }
}
