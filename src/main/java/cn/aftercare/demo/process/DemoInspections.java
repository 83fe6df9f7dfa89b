package cn.aftercare.demo.process;

import cn.aftercare.inspection.ReportMonth;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.app.InspectionOverview;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Spot checks of headquarters and of both branches, from the clean one to a finding that is late, and last month's reports
 * of rectification: Nanjing's received, Suzhou's overdue.
 */
@Component
@Order(5)
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoInspections extends DemoScenes {

    private static final String HQ = "hq-pmd";
    private static final InspectionOverview.Filter ANY = new InspectionOverview.Filter(null, null, 0, 1);

    private final InspectionOverview overview;
    private final SpotChecks checks;

    DemoInspections(
            DemoWalk walk, DemoPeople people, VirtualTime time, InspectionOverview overview, SpotChecks checks) {
        super(walk, people, time);
        this.overview = overview;
        this.checks = checks;
    }

    @Override
    List<Consumer<Instant>> scenes() {
        return List.of(this::ofHeadquarters, this::ofBranches, this::reports);
    }

    private void ofHeadquarters(Instant now) {
        if (asAdmin(() -> overview.draws(ANY)).total() > 0) {
            return;
        }
        String draw = drawn(
                daysAgo(now, 33, 9),
                HQ,
                "hq",
                "防水与给排水专项",
                date(now, -18),
                List.of("NJ-2024-003", "SZ-2024-005", "HQ-2024-001"));
        site(daysAgo(now, 31, 15), HQ, check(draw, "NJ-2024-003"), null);
        site(daysAgo(now, 30, 15), HQ, check(draw, "SZ-2024-005"), finding("12层男卫生间", "地漏周边填缝开裂,有渗水痕迹"));
        site(daysAgo(now, 29, 15), HQ, check(draw, "HQ-2024-001"), finding("2号馆卸货区", "排水沟盖板松动,沟内积泥"));

        String rectified = check(draw, "SZ-2024-005");
        Instant done = daysAgo(now, 24, 16);
        fill(
                done,
                "suzhou-warranty-manager",
                "spot-check-rectify",
                rectified,
                "rectifiedAt",
                done,
                "responsible",
                "许师傅",
                "measure",
                "清除旧填缝,重做防水填缝并做24小时闭水试验",
                "evidence",
                "闭水试验记录存苏州分公司项目管理部");
        fill(
                daysAgo(now, 22, 10),
                HQ,
                "spot-check-verify",
                rectified,
                "verdict",
                "ACCEPTED",
                "verifyRemarks",
                "现场复查无渗漏");
        time.advance(now);
    }

    /** Suzhou's is overdue, Nanjing's has just been drawn. */
    private void ofBranches(Instant now) {
        if (asAdmin(() -> overview.draws(ANY)).total() > 1) {
            return;
        }
        drawn(daysAgo(now, 12, 9), "suzhou-pmd", "suzhou", "会议酒店公共区域", date(now, -2), List.of("SZ-2023-002"));
        started(
                daysAgo(now, 3, 9),
                "nanjing-pmd",
                "spot-check",
                "unit",
                "nanjing",
                "checkBy",
                date(now, 11),
                "topic",
                "冬季用电与采暖设施",
                "method",
                "RANDOM",
                "wanted",
                2);
        time.advance(now);
    }

    private void reports(Instant now) {
        if (asAdmin(() -> overview.reports(ANY, null)).total() > 0) {
            return;
        }
        ReportMonth month = new ReportMonth(YearMonth.from(day(now)).minusMonths(1));
        LocalDate first = month.lastDay().plusDays(1);
        String nanjing = report(first, "nanjing", month);
        report(first, "suzhou", month);
        fill(
                at(first.plusDays(1)),
                "nanjing-performance-officer",
                "rectification-report-confirm",
                nanjing,
                "remarks",
                "均已到场核验");
        fill(
                at(first.plusDays(2)),
                "hq-performance-officer",
                "rectification-report-receive",
                nanjing,
                "verdict",
                "RECEIVED");
        time.advance(now);
    }

    private String report(LocalDate day, String unit, ReportMonth month) {
        return started(
                at(day),
                unit + "-performance-officer",
                "rectification-report",
                "unit",
                unit,
                "month",
                month.month().toString());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(FormTime.SHANGHAI).toInstant();
    }

    private String drawn(Instant at, String login, String unit, String topic, String checkBy, List<String> projects) {
        return started(
                at,
                login,
                "spot-check",
                "unit",
                unit,
                "checkBy",
                checkBy,
                "topic",
                topic,
                "method",
                "CHOSEN",
                "chosen",
                projects,
                "reason",
                "近期报修较多");
    }

    private String check(String draw, String project) {
        return checks.ofDraw(draw).stream()
                .filter(c -> c.projectCode().equals(project))
                .map(SpotCheck::checkNo)
                .findFirst()
                .orElseThrow();
    }

    /** @param finding null: nothing is found */
    private void site(Instant at, String login, String check, @Nullable Map<String, Object> finding) {
        fill(
                at,
                login,
                "spot-check-site",
                check,
                "result",
                finding == null ? "CLEAN" : "FINDINGS",
                "checkedAt",
                at,
                "inspectors",
                "郑立新、何婷婷",
                "content",
                finding == null ? "抽查部位无渗漏,维保记录齐全" : "抽查部位发现问题,其余正常",
                "checked",
                List.of("1", "2"),
                "findings",
                finding == null ? List.of() : List.of(finding));
    }

    private static Map<String, Object> finding(String part, String description) {
        return Map.of(
                "category",
                "PLUMBING",
                "grade",
                "ORDINARY",
                "part",
                part,
                "description",
                description,
                "handling",
                "RECTIFY");
    }
}
