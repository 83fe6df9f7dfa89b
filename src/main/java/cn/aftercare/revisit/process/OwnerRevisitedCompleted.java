package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.app.VisitWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner was visited, or asks for another day, or the visit shall fall away. */
@Component
class OwnerRevisitedCompleted extends FormCompletion {

    private final VisitWork work;
    private final RevisitVariables variables;

    OwnerRevisitedCompleted(FormSubmissions submissions, VisitWork work, RevisitVariables variables) {
        super(submissions);
        this.work = work;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "revisit-visit";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "outcome",
                "visitedAt",
                "channel",
                "responsible",
                "interviewees",
                "checked",
                "situation",
                "defects",
                "issues",
                "postponedTo",
                "reason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String visitNo = execution.getProcessBusinessKey();
        String outcome = form.requiredText("outcome");
        switch (outcome) {
            case "POSTPONED" ->
                execution.setVariables(variables.dates(
                        work.postponed(visitNo, given(form.date("postponedTo"), "postponedTo", "改期至"), reason(form))));
            case "CANCELLED" -> work.cancelProposed(visitNo, reason(form));
            default -> {
                VisitWork.Seen seen = seen(form);
                work.visited(visitNo, seen);
                execution.setVariable(RevisitProcess.HAS_ISSUES, !seen.issues().isEmpty());
                execution.setVariable(RevisitProcess.ISSUE_COUNT, seen.issues().size());
            }
        }
        execution.setVariable(RevisitProcess.OUTCOME, outcome);
    }

    private static VisitWork.Seen seen(Submission form) {
        return new VisitWork.Seen(
                given(form.code("channel", VisitChannel.class), "channel", "回访方式"),
                given(form.instant("visitedAt"), "visitedAt", "回访日期"),
                given(form.text("responsible"), "responsible", "回访负责人"),
                given(form.text("interviewees"), "interviewees", "被访问人员"),
                given(form.text("situation"), "situation", "回访情况"),
                form.texts("checked").stream().map(Integer::valueOf).toList(),
                form.rows("defects").stream()
                        .map(OwnerRevisitedCompleted::defect)
                        .toList(),
                form.rows("issues").stream()
                        .map(row -> new VisitIssue(
                                0, row.requiredText("department"), row.requiredText("content"), null, null, null))
                        .toList());
    }

    private static VisitDefect defect(Submission row) {
        return new VisitDefect(
                0,
                row.requiredCode("category", DefectCategory.class),
                row.requiredText("location"),
                row.requiredText("description"),
                row.text("measured").orElse(null),
                row.flag("emergency"),
                row.flag("structural"),
                null);
    }

    private static String reason(Submission form) {
        return given(form.text("reason"), "reason", "原因");
    }

    /** The form hides what the outcome does not need, so that its schema cannot require it. */
    private static <T> T given(java.util.Optional<T> value, String field, String label) {
        return value.orElseThrow(() -> new InvalidInputException(field, label + ":必填"));
    }
}
