package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.training.app.Assessing;
import java.math.BigDecimal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Everybody who has still to pass was judged. */
@Component
class AttendeesAssessedCompleted extends FormCompletion {

    private final Assessing assessing;

    AttendeesAssessedCompleted(FormSubmissions submissions, Assessing assessing) {
        super(submissions);
        this.assessing = assessing;
    }

    @Override
    public String formId() {
        return "owner-training-assess";
    }

    @Override
    public Set<String> fields() {
        return Set.of("results");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean allPassed = assessing.assessed(
                execution.getProcessBusinessKey(),
                form.rows("results").stream()
                        .map(AttendeesAssessedCompleted::result)
                        .toList());
        execution.setVariable(OwnerTrainingProcess.ALL_PASSED, allPassed);
    }

    private static Assessing.Result result(Submission row) {
        return new Assessing.Result(
                whole(row.requiredText("attendee"), "考核结果:人员不在可选范围内"),
                row.text("score").map(s -> whole(s, "考核结果:分数应为整数")).orElse(null),
                row.text("withdrawn").orElse(null));
    }

    private static int whole(String number, String otherwise) {
        try {
            return new BigDecimal(number).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new InvalidInputException("results", otherwise);
        }
    }
}
