package cn.aftercare.revisit;

/** The numbers of the revisit promise, data of decision {@code revisit-policy}. */
public interface RevisitPolicy {

    Rule rule(boolean inWarranty);

    /**
     * @param intervalMonths calendar months between two visits
     * @param prepareDays days before the visit its task appears
     * @param team who visits, as printed in the plan
     */
    record Rule(int intervalMonths, int prepareDays, String team) {}
}
