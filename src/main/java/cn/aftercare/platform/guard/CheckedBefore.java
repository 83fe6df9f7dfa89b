package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelSources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of the models and of the program they were checked against, so that a start with both unchanged need not
 * check them again. Only of a packaged program: classes in a folder may have been changed one by one.
 */
final class CheckedBefore {

    /** Where the engine keeps the fingerprint of the last pair that agreed. */
    static final String PROPERTY = "aftercare.checked-models";

    private CheckedBefore() {}

    /**
     * @param program the running jar; null or a folder when the program is not packaged
     * @return null when there is nothing to know the program by
     */
    static @Nullable String fingerprint(ModelSources sources, @Nullable File program) {
        if (program == null || !program.isFile()) {
            return null;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest(digest, program.toPath());
            digest(digest, sources.models());
            digest(digest, sources.forms());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            return null;
        }
    }

    private static void digest(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // Reading is digesting.
            }
        }
    }

    private static void digest(MessageDigest digest, Map<String, byte[]> files) {
        new TreeMap<>(files).forEach((name, content) -> {
            digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
    }
}
