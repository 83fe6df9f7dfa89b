package cn.aftercare.calendar.web;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarImport;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The working calendar over REST. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final int MAX_YEARS = 5;

    private final CalendarService calendars;

    CalendarController(CalendarService calendars) {
        this.calendars = calendars;
    }

    @PostMapping(value = "/{year}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CalendarImport importFile(
            @PathVariable("year") String year, @RequestParam(name = "file", required = false) MultipartFile file)
            throws IOException {
        if (file == null) {
            throw new InvalidInputException("file", "请选择日历文件");
        }
        return calendars.importYear(yearOf(year), text(file.getBytes()));
    }

    @PostMapping("/{year}")
    CalendarImport importBody(@PathVariable("year") String year, @RequestBody(required = false) byte[] csv) {
        return calendars.importYear(yearOf(year), text(csv == null ? new byte[0] : csv));
    }

    /** The working days from one day to another, both included. */
    @GetMapping("/working-days")
    WorkingDays workingDays(
            @RequestParam(name = "from", required = false) String fromText,
            @RequestParam(name = "to", required = false) String toText) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate from = date("from", fromText, errors);
        LocalDate to = date("to", toText, errors);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError("to", "截止日期(to):不能早于起始日期(from)"));
        } else if (from != null && to != null && !to.isBefore(from.plusYears(MAX_YEARS))) {
            errors.add(new FieldError("to", "截止日期(to):与起始日期相距不能超过 " + MAX_YEARS + " 年"));
        }
        if (!errors.isEmpty() || from == null || to == null) {
            throw new InvalidInputException(errors);
        }
        WorkingCalendar calendar = calendars.current();
        List<LocalDate> days =
                from.datesUntil(to.plusDays(1)).filter(calendar::isWorkingDay).toList();
        boolean provisional = from.datesUntil(to.plusDays(1)).anyMatch(d -> !calendar.isFinal(d));
        return new WorkingDays(from, to, days.size(), provisional, days);
    }

    private static LocalDate date(String field, String value, List<FieldError> errors) {
        String label = (field.equals("from") ? "起始日期" : "截止日期") + "(" + field + ")";
        if (value == null || value.isBlank()) {
            errors.add(new FieldError(field, label + ":必填"));
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.strip());
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // reported below
        }
        errors.add(new FieldError(field, label + ":“" + value + "”不是日期(应为 2026-01-01 的写法)"));
        return null;
    }

    private static int yearOf(String year) {
        if (!year.matches("\\d{4}")) {
            throw new InvalidInputException("year", "年份:应为四位数字");
        }
        return Integer.parseInt(year);
    }

    private static String text(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8);
    }

    /** @param provisional whether the range touches a year without calendar data */
    record WorkingDays(LocalDate from, LocalDate to, int workingDays, boolean provisional, List<LocalDate> days) {}
}
