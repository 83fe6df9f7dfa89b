package cn.aftercare.revisit.web;

import cn.aftercare.platform.web.Download;
import cn.aftercare.platform.web.Times;
import cn.aftercare.platform.web.YearNumber;
import cn.aftercare.revisit.app.PlanRegister;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The yearly revisit plan and its fulfilment as an Excel file (R-39..R-50); without a year, the current one. */
@RestController
class RevisitPlanFileController {

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
        register.write(units, wanted, Download.XLSX.into(response, wanted + "年回访计划.xlsx"));
    }
}
