package cn.aftercare.calendar.app;

import cn.aftercare.calendar.DayType;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the calendar file {@code date,type}; a bad file is refused as a whole, with every bad row named. */
final class CalendarSheet {

    private static final int MAX_ERRORS = 200;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private CalendarSheet() {}

    /** The days of one year; a date of another year is an error. */
    static SortedMap<LocalDate, DayType> ofYear(int year, String csv) {
        return parse(csv, year);
    }

    /** A file of several years. */
    static Map<Integer, SortedMap<LocalDate, DayType>> byYear(String csv) {
        Map<Integer, SortedMap<LocalDate, DayType>> years = new TreeMap<>();
        parse(csv, null)
                .forEach((day, type) -> years.computeIfAbsent(day.getYear(), y -> new TreeMap<>())
                        .put(day, type));
        return years;
    }

    private static SortedMap<LocalDate, DayType> parse(String csv, Integer year) {
        List<FieldError> errors = new ArrayList<>();
        SortedMap<LocalDate, DayType> days = new TreeMap<>();
        boolean header = true;
        for (CSVRecord row : records(csv)) {
            if (header) {
                if (row.size() != 2 || !row.get(0).equals("date") || !row.get(1).equals("type")) {
                    throw new InvalidInputException("file", "首行必须是表头“date,type”");
                }
                header = false;
                continue;
            }
            readRow(row, year, days, errors);
            if (errors.size() >= MAX_ERRORS) {
                errors.add(new FieldError("file", "错误过多,其余未列出"));
                break;
            }
        }
        if (errors.isEmpty() && days.isEmpty()) {
            // An empty year would pass for final Monday–Friday.
            errors.add(new FieldError("file", "文件中没有日期"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return days;
    }

    private static void readRow(
            CSVRecord row, Integer year, SortedMap<LocalDate, DayType> days, List<FieldError> errors) {
        String line = "第" + row.getParser().getCurrentLineNumber() + "行";
        if (row.size() != 2) {
            errors.add(new FieldError(line, line + ":必须恰有“date,type”两列"));
            return;
        }
        LocalDate day = null;
        try {
            day = LocalDate.parse(row.get(0));
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(line + " date", line + " date:“" + row.get(0) + "”不是日期(应为 2026-01-01 的写法)"));
        }
        DayType type = typeOf(row.get(1));
        if (type == null) {
            errors.add(new FieldError(
                    line + " type", line + " type:“" + row.get(1) + "”不是已知类型(OFF 休息、MAKEUP_WORKDAY 调休上班)"));
        }
        if (day != null && year != null && day.getYear() != year) {
            errors.add(new FieldError(line + " date", line + " date:" + day + " 不在 " + year + " 年"));
        } else if (day != null && days.containsKey(day)) {
            errors.add(new FieldError(line + " date", line + " date:" + day + " 重复"));
        } else if (day != null) {
            // A row with a bad type still takes its date, so that its duplicate is reported too.
            days.put(day, type == null ? DayType.OFF : type);
        }
    }

    private static DayType typeOf(String code) {
        for (DayType type : DayType.values()) {
            if (type.name().equals(code)) {
                return type;
            }
        }
        return null;
    }

    /** Lazily parsed, so that the parser's line number is that of the record just read. */
    private static Iterable<CSVRecord> records(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        if (text.isBlank()) {
            throw new InvalidInputException("file", "文件是空的");
        }
        try {
            // Checked once in full, because the iterator wraps a malformed quote in an unchecked exception.
            FORMAT.parse(new StringReader(text)).getRecords();
            return FORMAT.parse(new StringReader(text));
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException("file", "文件不是有效的 CSV");
        }
    }
}
