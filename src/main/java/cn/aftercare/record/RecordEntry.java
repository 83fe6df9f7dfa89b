package cn.aftercare.record;

import java.time.Instant;

/** One archived record without its content. */
public record RecordEntry(
        String recordNo, String caseNo, String projectCode, String unit, RecordKind kind, Instant createdAt) {

    /** The name under which the record is downloaded. */
    public String fileName() {
        return kind.label() + "-" + recordNo + ".docx";
    }
}
