package cn.aftercare.calendar.web;

import cn.aftercare.calendar.CalendarYear;
import cn.aftercare.calendar.app.CalendarImport;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /calendar}: which years are known, and the import of another one. */
@Page
class CalendarPageController {

    private static final int MAX_BYTES = 1024 * 1024;

    private final CalendarService calendars;
    private final Directory directory;
    private final Clock clock;

    CalendarPageController(CalendarService calendars, Directory directory, Clock clock) {
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
    }

    record Row(int year, String imported, String by, int off, int makeup) {}

    @GetMapping("/calendar")
    ModelAndView calendar(
            @RequestParam(name = "year", required = false) String year,
            @RequestParam(name = "done", required = false) String done) {
        ModelAndView page = show(HttpStatus.OK);
        if (year != null && year.matches("\\d{4}")) {
            page.addObject("done", "same".equals(done) ? year + " 年的日历与原来相同" : year + " 年的日历已导入,暂定的时限已重新计算");
        }
        return page;
    }

    @PostMapping("/calendar")
    ModelAndView importYear(
            @RequestParam(name = "year", required = false) String year,
            @RequestParam(name = "file", required = false) MultipartFile file)
            throws IOException {
        try {
            CalendarImport done = calendars.importYear(yearOf(year), text(file));
            return new ModelAndView(
                    "redirect:/calendar?year=" + done.year() + "&done=" + (done.changed() ? "new" : "same"));
        } catch (InvalidInputException e) {
            ModelAndView page = show(HttpStatus.BAD_REQUEST);
            page.addObject(
                    "errors", e.errors().stream().map(FieldError::message).toList());
            page.addObject("year", year);
            return page;
        }
    }

    private ModelAndView show(HttpStatus status) {
        List<CalendarYear> years = calendars.years();
        int thisYear = LocalDate.ofInstant(clock.instant(), Times.ZONE).getYear();
        ModelAndView page = new ModelAndView("calendar", status);
        page.addObject(
                "years",
                years.stream()
                        .map(y -> new Row(
                                y.year(), Times.minute(y.importedAt()), name(y.importedBy()), y.off(), y.makeup()))
                        .toList());
        page.addObject(
                "missing",
                List.of(thisYear, thisYear + 1).stream()
                        .filter(n -> years.stream().noneMatch(y -> y.year() == n))
                        .toList());
        page.addObject("year", thisYear + 1);
        return page;
    }

    private String name(String login) {
        return login.equals(Actor.system().userId()) ? "随产品提供" : directory.displayName(login);
    }

    private static int yearOf(@Nullable String year) {
        if (year == null || !year.strip().matches("\\d{4}")) {
            throw new InvalidInputException("year", "年份:应为四位数字");
        }
        return Integer.parseInt(year.strip());
    }

    private static String text(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw new InvalidInputException("file", "文件:请选择日历文件(csv)");
        }
        if (file.getSize() > MAX_BYTES) {
            throw new InvalidInputException("file", "文件:不能超过 1 MB");
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
