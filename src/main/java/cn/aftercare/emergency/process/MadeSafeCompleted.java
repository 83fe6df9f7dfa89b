package cn.aftercare.emergency.process;

import cn.aftercare.emergency.app.EmergencyWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The danger is away and the loss stopped, before any question of money. */
@Component
class MadeSafeCompleted extends FormCompletion {

    private final EmergencyWork work;

    MadeSafeCompleted(FormSubmissions submissions, EmergencyWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "emergency-repair-make-safe";
    }

    @Override
    public Set<String> fields() {
        return Set.of("safeAt", "measures", "makeSafeCost", "structuralSuspected");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean structural = form.flag("structuralSuspected");
        work.madeSafe(
                execution.getProcessBusinessKey(),
                form.requiredInstant("safeAt"),
                form.requiredText("measures"),
                form.requiredMoney("makeSafeCost"),
                structural);
        execution.setVariable(EmergencyRepair.STRUCTURAL_SEEN, structural);
    }
}
