package cn.aftercare.audit;

import java.time.Instant;

/**
 * One line of the audit log. Texts are cut to what the table takes, and nothing in them can break a line of it.
 *
 * @param userId who did it; for a failed login what was typed, which may be nobody's
 * @param subject what was seen, or which way in was used, in Chinese
 * @param address of the client, as the container tells it
 */
public record AuditEntry(Instant at, AuditKind kind, String userId, String subject, String note, String address) {

    private static final int ID_LENGTH = 64;
    private static final int TEXT_LENGTH = 200;

    public AuditEntry {
        userId = plain(userId, ID_LENGTH);
        subject = plain(subject, TEXT_LENGTH);
        note = plain(note, TEXT_LENGTH);
        address = plain(address, ID_LENGTH);
    }

    private static String plain(String text, int length) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "\uFFFD");
        return clean.codePointCount(0, clean.length()) <= length
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, length - 1)) + "…";
    }
}
