package cn.aftercare.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of a printed register.
 *
 * @param unitName name of the unit, or 全部单位
 * @param from first day of the period, null = from the beginning
 * @param to last day of the period, inclusive, null = until now
 */
public record RegisterHeader(String unitName, LocalDate from, LocalDate to, Instant createdAt) {}
