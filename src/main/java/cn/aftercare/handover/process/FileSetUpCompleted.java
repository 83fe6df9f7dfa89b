package cn.aftercare.handover.process;

import cn.aftercare.handover.Handover;
import cn.aftercare.handover.Roster;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.handover.app.TeamChanges;
import cn.aftercare.organisation.Person;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.SheetNotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The warranty file is set up: items, team, machines (R-24..26, R-31, R-32). */
@Component
class FileSetUpCompleted extends FormCompletion {

    private final Handovers handovers;
    private final TeamChanges changes;

    FileSetUpCompleted(FormSubmissions submissions, Handovers handovers, TeamChanges changes) {
        super(submissions);
        this.handovers = handovers;
        this.changes = changes;
    }

    @Override
    public String formId() {
        return "project-handover-file";
    }

    @Override
    public Set<String> fields() {
        return Set.of("warrantyItems", "managerId", "substituteReason", "engineerId", "technicians", "machines");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Handover handover = handovers.of(execution.getProcessBusinessKey());
        Project project = handovers.project(handover);
        List<FieldError> errors = new ArrayList<>();
        List<WarrantyItem> items = SheetNotation.items(
                form.requiredText("warrantyItems"), p -> errors.add(new FieldError("warrantyItems", "保修项目:" + p)));
        List<TeamMember> technicians = Roster.technicians(
                form.text("technicians").orElse(""), p -> errors.add(new FieldError("technicians", "维修技工:" + p)));
        List<Machine> machines = Roster.machines(
                form.requiredText("machines"), p -> errors.add(new FieldError("machines", "维修机械:" + p)));
        Person manager = person(project, TeamRole.WARRANTY_MANAGER, "managerId", form, errors);
        Person engineer = person(project, TeamRole.ENGINEER, "engineerId", form, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        Team team = new Team(
                manager.id(),
                manager.displayName(),
                form.text("substituteReason").orElse(null),
                engineer.id(),
                engineer.displayName(),
                technicians);
        handovers.setUpFile(handover.number(), team, items, machines);
    }

    private Person person(Project project, TeamRole role, String field, Submission form, List<FieldError> errors) {
        String login = form.requiredText(field);
        return changes.candidates(project, role).stream()
                .filter(p -> p.id().equals(login))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(new FieldError(field, role.label() + ":请选择本单位的" + role.label()));
                    return new Person(login, login);
                });
    }
}
