package cn.aftercare.inspection;

import org.jspecify.annotations.Nullable;

/** The numbers of checks and reports, data of decision {@code inspection-policy}. */
public interface InspectionPolicy {

    /** @param grade of a finding to be rectified; null for everything else */
    Rule rule(Matter matter, @Nullable FindingGrade grade);

    default Rule rule(Matter matter) {
        return rule(matter, null);
    }

    /**
     * @param days until 24:00 of so many days after the day it begins; 0 where the calendar decides
     * @param remindPercent how much of the time has passed when people are reminded
     * @param most projects of a draw, or findings of a check; 0 where nothing is counted
     */
    record Rule(int days, int remindPercent, int most) {}
}
