package cn.aftercare.satisfaction;

/** The times of the yearly survey, data of decision {@code satisfaction-policy}. */
public interface SatisfactionPolicy {

    /** Calendar days owners have to answer, the day of the opening not counted. */
    int answerDays();

    /** Calendar days between two reminders to owners who have not answered. */
    int chaseDays();
}
