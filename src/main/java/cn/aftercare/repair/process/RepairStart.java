package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.handover.app.ProjectTeam;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a new instance of {@code repair} carries. */
@Component
class RepairStart {

    private final RepairCases cases;
    private final RepairCaseRepository repository;
    private final ProjectService projects;
    private final ProjectTeam team;
    private final Directory directory;

    RepairStart(
            RepairCases cases,
            RepairCaseRepository repository,
            ProjectService projects,
            ProjectTeam team,
            Directory directory) {
        this.cases = cases;
        this.repository = repository;
        this.projects = projects;
        this.team = team;
        this.directory = directory;
    }

    Map<String, Object> variables(String caseNo) {
        RepairCase c = cases.of(caseNo);
        Project project = projects.find(c.report().projectCode()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put(RepairProcess.CASE_NO, caseNo);
        variables.put(RepairProcess.UNIT, c.unit());
        variables.put(RepairProcess.PROJECT_CODE, project.code());
        variables.put(RepairProcess.PROJECT_NAME, project.name());
        variables.put(RepairProcess.EMERGENCY, c.report().emergency());
        variables.put(RepairProcess.STRUCTURAL, c.report().structural());
        variables.put(RepairProcess.PUBLIC_AREA, c.report().publicArea());
        variables.put(RepairProcess.INSIDE_PERIOD, c.entitlement().insidePeriod());
        variables.put(RepairProcess.MAJOR, false);
        variables.put(RepairProcess.RESUMED, false);
        variables.put(RepairProcess.MANAGER_ID, manager(c, project));
        variables.put(RepairProcess.ENGINEER_ID, member(project.team().engineerId(), c.unit(), Role.ENGINEER));
        variables.put(RepairProcess.SITE_TECHNICIAN_ID, null);
        // T0 is when the notice was received, whenever it was typed in.
        variables.put(ClockVariables.OCCURRED_AT, Date.from(c.report().receivedAt()));
        return variables;
    }

    /** The item turns out to be another one: if it is not warranted while the first was, others decide from now on. */
    void judged(RepairCase c, DelegateExecution execution) {
        boolean inside = c.entitlement().insidePeriod();
        if (!Objects.equals(execution.getVariable(RepairProcess.INSIDE_PERIOD), inside)) {
            Project project = projects.find(c.report().projectCode()).orElseThrow();
            execution.setVariable(RepairProcess.MANAGER_ID, manager(c, project));
        }
        execution.setVariable(RepairProcess.INSIDE_PERIOD, inside);
    }

    private @Nullable String manager(RepairCase c, Project project) {
        return c.entitlement().insidePeriod()
                ? member(project.team().managerId(), c.unit(), Role.WARRANTY_MANAGER)
                : team.postWarrantyManager(project.code(), project.unit())
                        .orElseGet(() -> member(project.team().managerId(), c.unit(), Role.WARRANTY_MANAGER));
    }

    void started(String caseNo, String processInstanceId) {
        repository.processInstance(caseNo, processInstanceId);
    }

    /** The project's own person, if there is such a login; otherwise the group sees the task. */
    private @Nullable String member(@Nullable String login, String unit, Role role) {
        return directory.people(role.groupOf(unit)).stream()
                .map(Person::id)
                .filter(id -> id.equals(login))
                .findFirst()
                .orElse(null);
    }
}
