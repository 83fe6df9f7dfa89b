package cn.aftercare.training;

import java.time.LocalDate;

/**
 * What a trainer may teach.
 *
 * @param person login
 * @param validUntil last day, inclusive
 */
public record Qualification(
        long id, String person, TrainingSubject subject, String certificateNo, LocalDate validUntil) {

    public boolean covers(TrainingSubject taught, LocalDate day) {
        return (subject == taught || subject == TrainingSubject.GENERAL) && !day.isAfter(validUntil);
    }
}
