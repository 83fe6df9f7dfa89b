package cn.aftercare.record;

import java.time.Instant;

/** A file kept with a repair case, without its content. */
public record Attachment(
        String id,
        String caseNo,
        AttachmentPurpose purpose,
        String fileName,
        AttachmentType type,
        long sizeBytes,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
