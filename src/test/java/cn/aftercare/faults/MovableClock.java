package cn.aftercare.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The clock of a machine that can be set while a program runs on it (libfaketime); what others see of the time stays. */
final class MovableClock implements AutoCloseable {

    private final Path offset;
    private final Path library;

    MovableClock() {
        library = List.of("x86_64-linux-gnu", "aarch64-linux-gnu").stream()
                .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the package libfaketime is missing"));
        try {
            offset = Files.createTempFile("clock-", ".offset");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ahead(Duration.ZERO);
    }

    /** What a program is started with to see this clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                // Pauses and timeouts are measured by another clock, which no administrator sets.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Else every thread that waits for a while spins.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** Sets the clock so much ahead of the true time; the program sees it a second or two later. */
    void ahead(Duration time) {
        try {
            // By renaming, so that nobody reads half a line.
            Path line = Files.writeString(Path.of(offset + ".new"), "+" + time.toSeconds() + "\n");
            Files.move(line, offset, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Stream.of(offset, Path.of(offset + ".new"))
                .forEach(path -> path.toFile().delete());
    }
}
