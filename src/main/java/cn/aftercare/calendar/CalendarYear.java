package cn.aftercare.calendar;

import java.time.Instant;

/**
 * A year whose special days are known.
 *
 * @param importedBy login
 * @param off days off that would else be worked or that are statutory
 * @param makeup weekend days worked instead
 */
public record CalendarYear(int year, Instant importedAt, String importedBy, int off, int makeup) {}
