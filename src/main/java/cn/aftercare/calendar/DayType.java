package cn.aftercare.calendar;

/** A day the PRC calendar treats otherwise than Monday–Friday. */
public enum DayType {
    /** Statutory holiday, or a weekday given off around one. */
    OFF,
    /** A weekend day worked instead (调休). */
    MAKEUP_WORKDAY
}
