package cn.aftercare.inspection;

import java.time.Instant;

/**
 * A draw as it stands in a list.
 *
 * @param drawn how many projects were drawn; 0 before the draw
 * @param eligible from how many
 */
public record DrawLine(
        String drawNo, String unit, DrawMethod method, String topic, Instant drawnUpAt, int drawn, int eligible) {}
