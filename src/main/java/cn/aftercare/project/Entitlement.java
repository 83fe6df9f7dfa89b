package cn.aftercare.project;

import java.time.LocalDate;

/**
 * Whether a defect is within its warranty period, judged on the day of the notice.
 *
 * @param itemEnd last day covered, inclusive, after rolling; null when no item covers the category
 * @param provisional whether importing a calendar year may still move the end
 */
public record Entitlement(LocalDate itemEnd, boolean insidePeriod, boolean provisional) {}
