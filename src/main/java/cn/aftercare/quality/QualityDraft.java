package cn.aftercare.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quality information as it comes in.
 *
 * @param origin what raised it by itself, e.g. {@code SURVEY:MYD-2026-000001}: raises one item only; null: by hand
 * @param repeatedKind category and part of a repeated defect, or null
 * @param references the cases, visits and surveys behind it
 */
public record QualityDraft(
        String projectCode,
        String unit,
        QualitySource source,
        @Nullable ContactChannel channel,
        @Nullable String origin,
        String content,
        boolean byOwner,
        @Nullable String ownerName,
        @Nullable String ownerPhone,
        @Nullable String repeatedKind,
        List<String> references) {

    private static final int CONTENT = 2000;

    public QualityDraft {
        content = content.length() <= CONTENT ? content : content.substring(0, CONTENT - 1) + "…";
        references = List.copyOf(references);
    }
}
