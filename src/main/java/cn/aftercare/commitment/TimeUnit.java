package cn.aftercare.commitment;

/** How a promise's window is counted. Days end at 24:00 Asia/Shanghai of the last day. */
public enum TimeUnit {
    HOUR,
    CALENDAR_DAY,
    WORKING_DAY
}
