package cn.aftercare.platform.form;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Takes what a person submitted with a form: an {@code end} listener of the user task (or start event), because only its
 * exception reaches the person word for word, rolls everything back and keeps what was typed. The submitted fields are
 * checked against the form's own schema, handed to {@link #complete}, and never stay behind as process variables.
 */
public abstract class FormCompletion implements ExecutionListener {

    private final FormSubmissions submissions;

    protected FormCompletion(FormSubmissions submissions) {
        this.submissions = submissions;
    }

    /** Id of the form, which is its file name without {@code .form}. */
    public abstract String formId();

    /** Keys of the form's fields this completion reads; the model guard compares them with the form. */
    public abstract Set<String> fields();

    /** Whether a person came this way with the form; a process started by another one comes without. */
    protected boolean submitted(DelegateExecution execution) {
        return true;
    }

    /** Carries out what the person said; throws {@code InvalidInputException} to send them back to the form. */
    protected abstract void complete(Submission form, DelegateExecution execution);

    @Override
    public final void notify(DelegateExecution execution) {
        // A task that is cancelled (boundary event, deletion) also ends; nobody submitted anything then.
        if (execution.isCanceled() || !submitted(execution)) {
            return;
        }
        complete(submissions.take(formId(), fields(), execution), execution);
    }
}
