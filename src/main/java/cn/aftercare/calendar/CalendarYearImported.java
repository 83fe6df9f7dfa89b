package cn.aftercare.calendar;

/** The days of a year are new or other than before; published inside the importing transaction. */
public record CalendarYearImported(int year) {}
