package cn.aftercare.revisit;

import java.time.LocalDate;

/** The period a revisit plan is made for. */
public record HalfYear(int year, int half) {

    public HalfYear {
        if (half != 1 && half != 2) {
            throw new IllegalArgumentException("half must be 1 or 2: " + half);
        }
    }

    public static HalfYear of(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    public HalfYear next() {
        return half == 1 ? new HalfYear(year, 2) : new HalfYear(year + 1, 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, half == 1 ? 1 : 7, 1);
    }

    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    /** As people read it: 2026年上半年. */
    public String label() {
        return year + "年" + (half == 1 ? "上" : "下") + "半年";
    }

    /** As lists carry it: 2026H1. */
    public String code() {
        return year + "H" + half;
    }

    /** @throws IllegalArgumentException for anything but {@link #code} */
    public static HalfYear parse(String code) {
        if (!code.matches("\\d{4}H[12]")) {
            throw new IllegalArgumentException("not a half-year: " + code);
        }
        return new HalfYear(Integer.parseInt(code.substring(0, 4)), code.charAt(5) - '0');
    }
}
