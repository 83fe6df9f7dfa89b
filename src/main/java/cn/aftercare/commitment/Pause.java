package cn.aftercare.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch in which work could not go on; open while {@code to} is null. */
public record Pause(Instant from, @Nullable Instant to) {

    public boolean open() {
        return to == null;
    }
}
