package cn.aftercare.project;

import java.time.LocalDate;

/**
 * When a warranty item ends.
 *
 * @param lastDay last day covered, inclusive, after rolling
 * @param provisional whether importing a calendar year may still move it
 */
public record WarrantyEnd(LocalDate lastDay, boolean provisional) {}
