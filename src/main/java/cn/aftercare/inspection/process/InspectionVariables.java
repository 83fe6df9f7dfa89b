package cn.aftercare.inspection.process;

import cn.aftercare.inspection.DrawMethod;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotDraw;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.app.CheckDeadlines;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What instances of draws, checks and reports carry. */
@Component
class InspectionVariables {

    private final CheckDeadlines deadlines;
    private final MonthlyReports reports;
    private final ProjectService projects;
    private final Directory directory;

    InspectionVariables(
            CheckDeadlines deadlines, MonthlyReports reports, ProjectService projects, Directory directory) {
        this.deadlines = deadlines;
        this.reports = reports;
        this.projects = projects;
        this.directory = directory;
    }

    Map<String, Object> of(SpotDraw draw) {
        return Map.of(
                SpotCheckProcess.CASE_NO,
                draw.drawNo(),
                SpotCheckProcess.UNIT,
                draw.unit(),
                SpotCheckProcess.PROJECT_NAME,
                draw.topic(),
                SpotCheckProcess.RANDOM_DRAW,
                draw.method() == DrawMethod.RANDOM);
    }

    Map<String, Object> of(SpotCheck check) {
        Project project = projects.find(check.projectCode()).orElseThrow();
        Term term = deadlines.ofCheck(check);
        Map<String, Object> variables = new HashMap<>();
        variables.put(SpotCheckProcess.CASE_NO, check.checkNo());
        variables.put(SpotCheckProcess.UNIT, check.unit());
        variables.put(SpotCheckProcess.PROJECT_CODE, project.code());
        variables.put(SpotCheckProcess.PROJECT_NAME, project.name());
        variables.put(SpotCheckProcess.CHECKERS, Role.PMD.groupOf(check.checkingUnit()));
        variables.put(SpotCheckProcess.CHECK_MANAGERS, Role.PMD_MANAGER.groupOf(check.checkingUnit()));
        variables.put(SpotCheckProcess.MANAGER_ID, project.team().managerId());
        variables.put(SpotCheckProcess.CHECK_DUE_AT, Date.from(term.dueAt()));
        variables.put(SpotCheckProcess.CHECK_REMIND_AT, Date.from(term.remindAt()));
        return variables;
    }

    /** The deadline of a finding that is to be rectified from now on. */
    Map<String, Object> rectification(SpotFinding finding) {
        Term term = deadlines.ofRectification(finding);
        return Map.of(
                SpotCheckProcess.RECTIFY_DUE_AT, Date.from(term.dueAt()),
                SpotCheckProcess.RECTIFY_REMIND_AT, Date.from(term.remindAt()));
    }

    /** The deadline of a verification that can begin now. */
    Map<String, Object> verification() {
        return Map.of(
                SpotCheckProcess.VERIFY_DUE_AT,
                Date.from(deadlines.ofVerification().dueAt()));
    }

    Map<String, Object> of(RectificationReport report) {
        Map<String, Object> variables = new HashMap<>(term(report));
        variables.put(RectificationReportProcess.CASE_NO, report.reportNo());
        variables.put(RectificationReportProcess.UNIT, report.unit());
        variables.put(
                RectificationReportProcess.PROJECT_NAME,
                directory.unitName(report.unit()) + " " + report.month().label());
        return variables;
    }

    /** The deadline of the report, which moves when headquarters sends it back. */
    Map<String, Object> term(RectificationReport report) {
        Term term = reports.term(report);
        return Map.of(
                RectificationReportProcess.REPORT_DUE_AT, Date.from(term.dueAt()),
                RectificationReportProcess.REPORT_REMIND_AT, Date.from(term.remindAt()));
    }
}
