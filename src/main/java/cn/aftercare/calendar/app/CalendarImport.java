package cn.aftercare.calendar.app;

/**
 * What an import did.
 *
 * @param days special days of the year now
 * @param changed false if the same content was there already
 */
public record CalendarImport(int year, int days, boolean changed) {}
