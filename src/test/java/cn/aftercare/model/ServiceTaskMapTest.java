package cn.aftercare.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.platform.guard.ModelGuard;
import cn.aftercare.platform.guard.ModelSet;
import cn.aftercare.platform.model.ModelSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/service-tasks.md says what models and code say. */
class ServiceTaskMapTest {

    private static final Path PAGE = Path.of("docs/service-tasks.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String expected = new ServiceTaskMap(ModelSet.of(new ModelSources("")), ModelGuard.codeFacts()).markdown();
        if (Boolean.getBoolean("aftercare.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE).replace("\r\n", "\n") : "")
                .as(
                        "%s is out of date; regenerate it: mvn test -Dtest=ServiceTaskMapTest -Daftercare.regenerate=true",
                        PAGE)
                .isEqualTo(expected);
    }
}
