package cn.aftercare.audit.web;

import cn.aftercare.audit.AuditEntry;
import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.app.AuditLog;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /audit}, for administrators: who logged in, who saw personal data, and to whom roles were lent. */
@Page
class AuditPageController {

    private static final int SIZE = 50;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditLog log;
    private final Directory directory;

    AuditPageController(AuditLog log, Directory directory) {
        this.log = log;
        this.directory = directory;
    }

    record Row(
            String at,
            String user,
            String name,
            String kind,
            String state,
            String subject,
            String note,
            String address) {}

    /** What the page is narrowed to, as the form writes it; kind: a kind, or {@code login} or {@code data}. */
    record Filter(
            @Nullable String person,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to) {}

    record Choice(String value, String label) {}

    @GetMapping("/audit")
    ModelAndView list(
            @RequestParam(name = "person", required = false) String person,
            @RequestParam(name = "kind", required = false) String kind,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        Filter filter = new Filter(blank(person) ? null : person.strip(), kind, from, to);
        int number = PageNumber.of(page);
        HttpStatus status = HttpStatus.OK;
        String wrong = null;
        AuditLog.Query query = new AuditLog.Query(null, EnumSet.allOf(AuditKind.class), null, null);
        try {
            query = query(filter);
        } catch (InvalidInputException e) {
            status = HttpStatus.BAD_REQUEST;
            wrong = e.getMessage();
        }
        // Asked in any case: who may not see the log learns nothing from its messages either.
        AuditLog.Page found = log.find(query, number, SIZE);
        ModelAndView view = new ModelAndView("audit", status);
        view.addObject("wrong", wrong);
        view.addObject("filter", filter);
        view.addObject("kinds", kinds());
        view.addObject(
                "rows", wrong == null ? found.entries().stream().map(this::row).toList() : List.of());
        view.addObject("total", wrong == null ? found.total() : 0);
        view.addObject("page", number);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        return view;
    }

    private static AuditLog.Query query(Filter filter) {
        return new AuditLog.Query(
                filter.person(),
                kinds(filter.kind()),
                start(Times.day("from", "起始日期", filter.from()), 0),
                start(Times.day("to", "截止日期", filter.to()), 1));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(Times.ZONE).toInstant();
    }

    private static List<Choice> kinds() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(new Choice("login", "登录与退出"), new Choice("data", "个人信息")),
                        Arrays.stream(AuditKind.values()).map(k -> new Choice(k.name(), k.label())))
                .toList();
    }

    private static Set<AuditKind> kinds(@Nullable String code) {
        if (blank(code)) {
            return EnumSet.allOf(AuditKind.class);
        }
        Predicate<AuditKind> wanted = switch (code) {
            case "login" -> AuditKind::login;
            case "data" -> AuditKind::data;
            default -> k -> k.name().equals(code);
        };
        Set<AuditKind> kinds =
                EnumSet.allOf(AuditKind.class).stream().filter(wanted).collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            throw new InvalidInputException("kind", "事件:没有“" + code + "”");
        }
        return kinds;
    }

    private Row row(AuditEntry e) {
        String name = directory.displayName(e.userId());
        return new Row(
                SECOND.format(e.at().atZone(Times.ZONE)),
                e.userId(),
                name.equals(e.userId()) ? "" : name,
                e.kind().label(),
                state(e.kind()),
                e.subject(),
                e.note(),
                e.address());
    }

    private static String state(AuditKind kind) {
        return switch (kind) {
            case LOGIN_FAILED, LOCKED -> "late";
            case EXPORT, LENT -> "soon";
            case LOGIN, UNLOCKED -> "good";
            case LOGOUT, VIEW, SEARCH -> "calm";
        };
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
