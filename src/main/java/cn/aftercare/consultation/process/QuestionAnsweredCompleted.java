package cn.aftercare.consultation.process;

import cn.aftercare.consultation.Answer;
import cn.aftercare.consultation.app.ConsultationWork;
import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The engineer answered, or said that it is a repair. */
@Component
class QuestionAnsweredCompleted extends FormCompletion {

    private final ConsultationWork work;
    private final Consultations consultations;

    QuestionAnsweredCompleted(FormSubmissions submissions, ConsultationWork work, Consultations consultations) {
        super(submissions);
        this.work = work;
        this.consultations = consultations;
    }

    @Override
    public String formId() {
        return "technical-consultation-answer";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "outcome", "answer", "category", "location", "description", "emergency", "structural", "publicArea");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean repair = form.requiredText("outcome").equals("REPAIR");
        String number = execution.getProcessBusinessKey();
        work.answered(number, form.requiredText("answer"), repair ? defect(form, number) : null);
        execution.setVariable(TechnicalConsultationProcess.AS_REPAIR, repair);
    }

    private Answer.Defect defect(Submission form, String number) {
        return new Answer.Defect(
                form.code("category", DefectCategory.class)
                        .orElseThrow(() -> new InvalidInputException("category", "类别:转报修时必填")),
                form.text("location").orElseThrow(() -> new InvalidInputException("location", "维修部位:转报修时必填")),
                form.text("description")
                        .orElseGet(() -> consultations.of(number).question().text()),
                form.flag("emergency"),
                form.flag("structural"),
                form.flag("publicArea"));
    }
}
