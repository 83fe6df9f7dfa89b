package cn.aftercare.training;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A course held; hours with one decimal. */
public record Course(int roundNo, LocalDate heldOn, String place, BigDecimal hours) {}
