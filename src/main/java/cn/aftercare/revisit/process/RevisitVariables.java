package cn.aftercare.revisit.process;

import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.Planning;
import cn.aftercare.revisit.app.Visits;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What instances of plans and visits carry. */
@Component
class RevisitVariables {

    private final Planning planning;
    private final Visits visits;
    private final ProjectService projects;

    RevisitVariables(Planning planning, Visits visits, ProjectService projects) {
        this.planning = planning;
        this.visits = visits;
        this.projects = projects;
    }

    Map<String, Object> of(RevisitPlan plan) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(RevisitPlanProcess.CASE_NO, plan.planNo());
        variables.put(RevisitPlanProcess.UNIT, plan.unit());
        variables.put(RevisitPlanProcess.PROJECT_NAME, plan.title());
        variables.put(RevisitPlanProcess.PLAN_DUE_AT, Date.from(planning.approvalDue(plan)));
        return variables;
    }

    Map<String, Object> of(Visit visit) {
        Project project = projects.find(visit.projectCode()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put(RevisitProcess.CASE_NO, visit.visitNo());
        variables.put(RevisitProcess.UNIT, visit.unit());
        variables.put(RevisitProcess.PROJECT_CODE, project.code());
        variables.put(RevisitProcess.PROJECT_NAME, project.name());
        variables.putAll(dates(visit));
        return variables;
    }

    /** The dates move when the visit is put off. */
    Map<String, Object> dates(Visit visit) {
        return Map.of(
                RevisitProcess.PREPARE_AT, Date.from(visits.prepareAt(visit)),
                RevisitProcess.DUE_AT, Date.from(visits.dueAt(visit)));
    }
}
