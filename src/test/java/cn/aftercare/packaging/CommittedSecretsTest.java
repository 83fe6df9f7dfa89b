package cn.aftercare.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** Secrets come from the environment: none is in a file somebody could read in the repository or unpack from the jar. */
class CommittedSecretsTest {

    private static final Set<String> GENERATED = Set.of("target", "node_modules", ".git", "data");

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|secret|token|api-?key|credential).*");

    /** Nothing, or the name of an environment variable that stands for nothing when it is missing. */
    private static final Pattern FROM_OUTSIDE = Pattern.compile("|\\$\\{[A-Z_]+:?}");

    private static final Map<String, Pattern> LOOKS_LIKE_ONE = Map.of(
            "private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            "key of a chat", Pattern.compile("webhook/send\\?key=[0-9a-f]{8}"),
            "cloud key", Pattern.compile("\\b(AKIA|LTAI)[0-9A-Za-z]{16,}"),
            "token of a forge", Pattern.compile("\\b(ghp|gho|glpat)[_-][0-9A-Za-z_]{20,}"),
            "password in an address", Pattern.compile("\\b[a-z]+://[^\\s/:@\"'<>{}$]+:[^\\s/:@\"'<>{}$]+@[a-z]"));

    @Test
    void configuration_takes_every_secret_from_the_environment() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("src/main/resources"))) {
            files = found.filter(f -> f.toString().matches(".*\\.(ya?ml|properties)"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        List<String> written = new ArrayList<>();
        int looked = 0;
        for (Path file : files) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new FileSystemResource(file));
            for (Map.Entry<Object, Object> property : yaml.getObject().entrySet()) {
                if (SECRET_NAME.matcher(property.getKey().toString()).matches()) {
                    looked++;
                    if (!FROM_OUTSIDE.matcher(property.getValue().toString()).matches()) {
                        written.add(file + " " + property.getKey());
                    }
                }
            }
        }
        assertThat(looked)
                .as("passwords of the database and of the first administrator")
                .isGreaterThanOrEqualTo(2);
        assertThat(written).isEmpty();
    }

    @Test
    void nothing_in_the_repository_looks_like_a_secret() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            files = all.filter(f -> Stream.iterate(f, p -> p != null, Path::getParent)
                            .noneMatch(p -> p.getFileName() != null
                                    && GENERATED.contains(p.getFileName().toString())))
                    .filter(Files::isRegularFile)
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(500);
        for (Path file : files) {
            try {
                String text = Files.readString(file);
                LOOKS_LIKE_ONE.forEach((what, pattern) -> {
                    if (pattern.matcher(text).find()) {
                        found.add(file + ": " + what);
                    }
                });
            } catch (MalformedInputException e) {
                // A picture.
            }
        }
        assertThat(found).isEmpty();
    }
}
