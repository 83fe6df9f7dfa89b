package cn.aftercare.inspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spot check as it was drawn up: where from, how, and what came of it.
 *
 * @param unit who draws and checks
 * @param dueAt when the checks are to be done
 * @param seed null when the projects were chosen by hand
 * @param reason why these projects were chosen by hand; null when drawn at random
 * @param eligible sorted codes of the projects that could be drawn, as they were then
 * @param drawn sorted codes of those that were; empty before the draw
 */
public record SpotDraw(
        String drawNo,
        String unit,
        DrawMethod method,
        String topic,
        Instant dueAt,
        @Nullable String seed,
        @Nullable String reason,
        int wanted,
        Instant drawnUpAt,
        String drawnUpBy,
        List<String> eligible,
        List<String> drawn) {

    /** The draw to be made, or made again. */
    public RandomDraw random() {
        if (seed == null) {
            throw new IllegalStateException(drawNo + " was chosen by hand");
        }
        return new RandomDraw(seed, eligible, wanted);
    }

    /** Whether making the draw again gives the same projects. */
    public boolean reproduced() {
        return random().drawn().equals(drawn);
    }
}
