package cn.aftercare.calendar;

import java.time.LocalDate;

/**
 * A day found by counting working days.
 *
 * @param provisional whether a day looked at lies in a year without calendar data, so that an import may move the date
 */
public record BusinessDate(LocalDate date, boolean provisional) {}
