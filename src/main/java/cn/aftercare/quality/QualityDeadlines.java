package cn.aftercare.quality;

import org.jspecify.annotations.Nullable;

/** How long each step may take, data of decision {@code quality-deadlines}. */
public interface QualityDeadlines {

    Rule step(QualityStep step, @Nullable QualityGrade grade);

    /** How many days after the last measure its effect is looked at. */
    int observationDays(@Nullable QualityGrade grade);

    /**
     * @param days calendar days after the day the step begins; due at 24:00 of the last one
     * @param remindDays days before the end the reminder comes
     */
    record Rule(int days, int remindDays) {}
}
