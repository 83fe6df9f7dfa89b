package cn.aftercare.consultation.process;

import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationKind;
import cn.aftercare.consultation.ConsultationPolicy;
import cn.aftercare.consultation.Question;
import cn.aftercare.consultation.app.ConsultationWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Channel;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The after-sales specialist took a question down; the instance becomes its flow. */
@Component
class QuestionReceivedCompleted extends FormCompletion {

    private final ConsultationWork work;
    private final ConsultationPolicy policy;
    private final ProjectService projects;

    QuestionReceivedCompleted(
            FormSubmissions submissions, ConsultationWork work, ConsultationPolicy policy, ProjectService projects) {
        super(submissions);
        this.work = work;
        this.policy = policy;
        this.projects = projects;
    }

    @Override
    public String formId() {
        return "technical-consultation-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "projectCode",
                "kind",
                "receivedAt",
                "channel",
                "askerName",
                "askerPhone",
                "question",
                "lateEntryReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Consultation consultation = work.received(new Question(
                form.requiredText("projectCode"),
                form.requiredCode("kind", ConsultationKind.class),
                form.requiredCode("channel", Channel.class),
                form.requiredText("askerName"),
                form.requiredText("askerPhone"),
                form.requiredText("question"),
                form.requiredInstant("receivedAt"),
                form.text("lateEntryReason").orElse(null)));
        execution.setProcessBusinessKey(consultation.number());
        execution.setVariables(variables(consultation));
    }

    private Map<String, Object> variables(Consultation c) {
        Project project = projects.find(c.question().projectCode()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put(TechnicalConsultationProcess.CASE_NO, c.number());
        variables.put(TechnicalConsultationProcess.UNIT, c.unit());
        variables.put(TechnicalConsultationProcess.PROJECT_CODE, project.code());
        variables.put(TechnicalConsultationProcess.PROJECT_NAME, project.name());
        variables.put(TechnicalConsultationProcess.ENGINEER_ID, project.team().engineerId());
        variables.put(TechnicalConsultationProcess.ANSWER_DUE_AT, Date.from(c.dueAt()));
        variables.put(
                TechnicalConsultationProcess.ANSWER_REMIND_AT,
                Date.from(policy.rule(c.question().kind()).remindAt(c.question().receivedAt())));
        return variables;
    }
}
