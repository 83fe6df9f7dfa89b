package cn.aftercare.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands on the record of an owner's training 《培训记录》.
 *
 * @param recordNo {@code PXJL-…}
 * @param rounds who taught what, one line a round
 * @param courses when, where and how long, one line a course
 * @param createdAt when the record is drawn up
 */
public record TrainingRecordData(
        String recordNo,
        String trainingNo,
        String projectName,
        String ownerName,
        String unitName,
        String subject,
        String manualVersion,
        String outlineVersion,
        List<String> rounds,
        List<String> courses,
        List<Line> lines,
        String signedBy,
        LocalDate signedOn,
        Instant createdAt) {

    /** One attendee, with the scores of every round. */
    public record Line(int seq, String name, String position, String scores, String result) {}

    public TrainingRecordData {
        rounds = List.copyOf(rounds);
        courses = List.copyOf(courses);
        lines = List.copyOf(lines);
    }
}
