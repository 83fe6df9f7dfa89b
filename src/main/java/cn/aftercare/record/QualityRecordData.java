package cn.aftercare.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the record of quality information 《质量信息处理记录》 (R-74..R-81).
 *
 * @param recordNo {@code ZLJL-…}
 * @param raisedBy who raised it
 * @param references the cases, visits and surveys behind it
 * @param answers one line for each department and round; measures and verifications likewise
 * @param ending with what it has ended
 * @param told how and when whoever raised it was told
 */
public record QualityRecordData(
        String recordNo,
        String itemNo,
        String projectName,
        String ownerName,
        String unitName,
        String source,
        Instant raisedAt,
        String raisedBy,
        String content,
        String references,
        String grade,
        String aspects,
        @Nullable String analysis,
        @Nullable String assessment,
        List<String> answers,
        List<String> measures,
        List<String> verifications,
        String ending,
        String told,
        Instant createdAt) {

    public QualityRecordData {
        answers = List.copyOf(answers);
        measures = List.copyOf(measures);
        verifications = List.copyOf(verifications);
    }
}
