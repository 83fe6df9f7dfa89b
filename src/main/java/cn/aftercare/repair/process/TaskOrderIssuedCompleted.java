package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Outcome;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Preparations;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The case is taken with a task order, or refused with a reason. */
@Component
class TaskOrderIssuedCompleted extends FormCompletion {

    private final Preparations preparations;
    private final RepairStart start;

    TaskOrderIssuedCompleted(FormSubmissions submissions, Preparations preparations, RepairStart start) {
        super(submissions);
        this.preparations = preparations;
        this.start = start;
    }

    @Override
    public String formId() {
        return "repair-task-order";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "refusalReason", "itemCategory", "inPublicArea", "taskNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        boolean taken = form.requiredText("decision").equals("TAKEN");
        if (taken) {
            RepairCase c = preparations.issueTaskOrder(
                    caseNo,
                    form.code("itemCategory", DefectCategory.class)
                            .orElseThrow(() -> new InvalidInputException("itemCategory", "保修项目:受理时必填")),
                    form.flag("inPublicArea"),
                    form.text("taskNote").orElse(null));
            start.judged(c, execution);
            execution.setVariable(RepairProcess.PUBLIC_AREA, c.report().publicArea());
        } else {
            preparations.refuse(
                    caseNo,
                    form.text("refusalReason")
                            .orElseThrow(() -> new InvalidInputException("refusalReason", "不受理原因:必填")));
        }
        execution.setVariable(RepairProcess.OUTCOME, (taken ? Outcome.TAKEN : Outcome.NOT_ACCEPTED).name());
    }
}
