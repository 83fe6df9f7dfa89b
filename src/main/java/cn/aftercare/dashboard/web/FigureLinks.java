package cn.aftercare.dashboard.web;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.dashboard.Period;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Stage;
import cn.aftercare.revisit.HalfYear;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the lists behind the figures; each list shows as many rows as its figure says. */
record FigureLinks(Period period, HalfYear half) {

    private static final int MONTHS_OF_QUARTER = 3;

    String promise(String unit, CommitmentType promise, String outcome) {
        Map<String, Object> received = received(unit);
        received.put("promise", promise);
        received.put("outcome", outcome);
        return link("/cases", received);
    }

    String category(String unit, DefectCategory category) {
        Map<String, Object> received = received(unit);
        received.put("category", category);
        return link("/cases", received);
    }

    /** The cases of the period, ended or not, the newest first. */
    private Map<String, Object> received(String unit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("unit", unit);
        parameters.put("stage", "ALL");
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        parameters.put("sort", "new");
        return parameters;
    }

    String stage(String unit, Stage stage, boolean late) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("unit", unit);
        parameters.put("stage", stage);
        parameters.put("late", late ? "true" : "");
        return link("/cases", parameters);
    }

    /** @param state what became of the lines, or empty */
    String plan(String unit, String state) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("unit", unit);
        parameters.put("half", half.code());
        parameters.put("state", state);
        return link("/revisit-plans/lines", parameters);
    }

    String unplanned(String unit) {
        return link("/revisits", Map.of("unit", unit)) + "#due";
    }

    /** What of the quarter lies in the period. */
    String quarter(String unit, int year, int quarter) {
        LocalDate first = LocalDate.of(year, (quarter - 1) * MONTHS_OF_QUARTER + 1, 1);
        LocalDate last = first.plusMonths(MONTHS_OF_QUARTER).minusDays(1);
        return answers(
                unit,
                first.isBefore(period.from()) ? period.from() : first,
                last.isAfter(period.to()) ? period.to() : last);
    }

    String answers(@Nullable String unit) {
        return answers(unit == null ? "" : unit, period.from(), period.to());
    }

    private static String answers(String unit, LocalDate from, LocalDate to) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("unit", unit);
        parameters.put("status", "ANSWERED");
        parameters.put("from", from);
        parameters.put("to", to);
        return link("/surveys", parameters);
    }

    private static String link(String path, Map<String, Object> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (!value.toString().isEmpty()) {
                link.queryParam(name, value);
            }
        });
        return link.encode().toUriString();
    }
}
