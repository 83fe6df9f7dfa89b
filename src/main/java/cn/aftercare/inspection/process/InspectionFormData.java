package cn.aftercare.inspection.process;

import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportLine.State;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The summary on top of the forms of checks and reports, and the lists to choose from. */
@Component
class InspectionFormData implements FormData {

    private final SpotChecks checks;
    private final MonthlyReports reports;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    InspectionFormData(
            SpotChecks checks,
            MonthlyReports reports,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.checks = checks;
        this.reports = reports;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("spot-check-") || formId.startsWith("rectification-report-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        return switch (formId) {
            case "spot-check-start" -> newDraw();
            case "rectification-report-start" -> newReport();
            default -> formId.startsWith("spot-check-") ? ofCheck(formId, subject) : ofReport(subject);
        };
    }

    private FormContent newDraw() {
        Actor actor = currentActor.get();
        List<Unit> own = directory.units().stream()
                .filter(u -> actor.hasRole(u.code(), Role.PMD))
                .toList();
        boolean everywhere = own.stream().anyMatch(Unit::headquarters);
        Map<String, Object> values = new HashMap<>();
        values.put("method", "RANDOM");
        if (own.size() == 1) {
            values.put("unit", own.get(0).code());
        }
        return new FormContent(
                "",
                values,
                Map.of(
                        "ownUnits",
                        options(own),
                        "scopeUnits",
                        options(everywhere ? directory.units() : own),
                        "projects",
                        projects.all(null, null).stream()
                                .filter(p -> p.closedOn() == null
                                        && (everywhere
                                                || own.stream()
                                                        .anyMatch(u -> u.code().equals(p.unit()))))
                                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                                .toList()));
    }

    private static List<Option> options(List<Unit> units) {
        return units.stream().map(u -> new Option(u.code(), u.name())).toList();
    }

    private FormContent newReport() {
        return new FormContent(
                "",
                Map.of("month", reports.months().get(0).month().toString()),
                Map.of(
                        "reportingUnits",
                        reports.startable().stream()
                                .map(u -> new Option(u, directory.unitName(u)))
                                .toList(),
                        "months",
                        reports.months().stream()
                                .map(m -> new Option(m.month().toString(), m.label()))
                                .toList()));
    }

    private FormContent ofReport(String reportNo) {
        RectificationReport r = reports.visible(reportNo);
        long all = reports.count(reportNo);
        FormText text = new FormText()
                .line(
                        "报送",
                        directory.unitName(r.unit()) + " " + r.month().label() + " · "
                                + r.status().label())
                .line("统计期", r.month().firstDay() + "至" + r.month().lastDay())
                .line(
                        "整改事项",
                        all == 0
                                ? "本月无整改事项"
                                : "共" + all + "项:已核验" + count(r, State.VERIFIED) + ",未维修结案" + count(r, State.UNREPAIRED)
                                        + ",未完成" + count(r, State.OPEN) + ",逾期" + count(r, State.OVERDUE))
                .line("期限", FormTime.readable(r.currentDueAt()))
                .line("核验说明", r.submitted().remarks())
                .line("总部意见", r.review().remarks());
        return FormContent.summary(
                text.link("打开报送页面(逐项查看、加说明、下载表格)", "/inspections/" + reportNo).toString());
    }

    private long count(RectificationReport r, State state) {
        return reports.count(r.reportNo(), state);
    }

    private FormContent ofCheck(String formId, String subject) {
        SpotCheck check = checks.visible(SpotFinding.checkOf(subject));
        Project project = projects.find(check.projectCode()).orElseThrow();
        FormText text = new FormText()
                .line("抽查", check.checkNo() + " · " + check.stage().label())
                .line("项目", project.name() + "(" + project.ownerName() + "," + project.address() + ")")
                .line("抽查内容", check.topic())
                .line("抽查单位", directory.unitName(check.checkingUnit()));
        if (subject.equals(check.checkNo())) {
            text.line("检查期限", FormTime.readable(check.dueAt()))
                    .line("业主", project.ownerContact() + " " + project.ownerPhone());
        } else {
            finding(text, checks.finding(subject));
        }
        text.link("打开抽查页面(清单、照片、全过程)", "/inspections/" + check.checkNo());
        return new FormContent(text.toString(), values(formId), items(formId, check));
    }

    private void finding(FormText text, SpotFinding f) {
        text.line(
                        "问题",
                        f.findingNo() + " · " + f.category().label() + " · "
                                + f.grade().label())
                .line("部位", f.part())
                .line("描述", f.description())
                .line("整改期限", FormTime.readable(f.dueAt()))
                .line("报修", f.caseNo());
        for (Rectification r : checks.rounds(f.findingNo())) {
            text.line("第" + r.roundNo() + "次整改", r.measure() + "(" + r.responsible() + ")")
                    .line("整改依据", r.evidence())
                    .line("复查意见", r.remarks());
        }
    }

    private Map<String, Object> values(String formId) {
        return switch (formId) {
            case "spot-check-site" ->
                Map.of(
                        "result",
                        "FINDINGS",
                        "checkedAt",
                        FormTime.format(clock.instant()),
                        "inspectors",
                        directory.displayName(currentActor.get().userId()));
            case "spot-check-rectify" -> Map.of("rectifiedAt", FormTime.format(clock.instant()));
            default -> Map.of();
        };
    }

    private Map<String, List<Option>> items(String formId, SpotCheck check) {
        return formId.equals("spot-check-site")
                ? Map.of(
                        "items",
                        checks.items(check.checkNo()).stream()
                                .map(i -> new Option(String.valueOf(i.seq()), i.part() + ":" + i.hint()))
                                .toList())
                : Map.of();
    }
}
