package cn.aftercare.notification;

import java.util.List;

/**
 * Something people have to know of, in Chinese, as they read it.
 *
 * @param id names what happened, so that telling it twice sends it once, e.g. {@code commitment-17-MANAGER-1759000000}
 * @param unit code of the unit whose case it is
 * @param urgent an emergency or structural case: quiet hours do not hold it back
 * @param text lines of plain text; the link to {@code path} follows them
 * @param recipients user ids or candidate groups
 */
public record Notification(
        String id,
        NotificationKind kind,
        String caseNo,
        String unit,
        boolean urgent,
        String subject,
        String text,
        String path,
        List<String> recipients) {

    private static final int SUBJECT_LENGTH = 200;
    private static final int TEXT_LENGTH = 4000;

    /** Too long a text is cut: nothing that happened may fail because of its notification. */
    public Notification {
        if (!id.matches("[A-Za-z0-9_.:-]{1,120}")) {
            throw new IllegalArgumentException("the id becomes a header: " + id);
        }
        // A line break would end the header a subject becomes.
        subject = cut(subject.replaceAll("\\s+", " ").strip(), SUBJECT_LENGTH);
        text = cut(text.strip(), TEXT_LENGTH);
        recipients = List.copyOf(recipients);
    }

    /** The same, told to these. */
    public Notification to(List<String> others) {
        return new Notification(id, kind, caseNo, unit, urgent, subject, text, path, others);
    }

    /** A notification that leads to the page of its case. */
    public static Notification ofCase(
            String id,
            NotificationKind kind,
            String caseNo,
            String unit,
            boolean urgent,
            String subject,
            String text,
            List<String> recipients) {
        return new Notification(id, kind, caseNo, unit, urgent, subject, text, "/cases/" + caseNo, recipients);
    }

    /** At most so many characters, the last one an ellipsis if something is missing. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        // Not through the middle of a character outside the basic plane.
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
