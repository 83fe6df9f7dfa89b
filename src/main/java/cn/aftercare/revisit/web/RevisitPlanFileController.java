package cn.aftercare.revisit.web;

import cn.aftercare.platform.web.Times;
import cn.aftercare.platform.web.YearNumber;
import cn.aftercare.revisit.app.PlanRegister;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The yearly revisit plan and its fulfilment as an Excel file (R-39..R-50); without a year, the current one. */
@RestController
class RevisitPlanFileController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanRegister register;
    private final Clock clock;

    RevisitPlanFileController(PlanRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/api/revisit-plans.xlsx")
    void plans(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "year", required = false) String year,
            HttpServletResponse response)
            throws IOException {
        // What is refused is refused before the answer is declared a file.
        Collection<String> units = register.units(unit);
        Integer given = YearNumber.of(year);
        int wanted =
                given == null ? LocalDate.ofInstant(clock.instant(), Times.ZONE).getYear() : given;
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(wanted + "年回访计划.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        register.write(units, wanted, response.getOutputStream());
    }
}
