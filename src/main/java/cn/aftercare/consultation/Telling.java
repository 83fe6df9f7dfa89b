package cn.aftercare.consultation;

import cn.aftercare.repair.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the asker heard of the answer.
 *
 * @param by who told it
 * @param note what the asker said to it, or null
 */
public record Telling(
        Instant at, Channel channel, String by, @Nullable String note) {

    /** In words; those of {@link Channel} are of what comes in. */
    public String how() {
        return switch (channel) {
            case PHONE -> "电话";
            case VISIT -> "当面";
            case LETTER -> "书面";
            default -> channel.label();
        };
    }
}
