package cn.aftercare.inspection.process;

import cn.aftercare.inspection.CheckResult;
import cn.aftercare.inspection.FindingCategory;
import cn.aftercare.inspection.FindingGrade;
import cn.aftercare.inspection.Handling;
import cn.aftercare.inspection.app.CheckWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The checkers were on the site. */
@Component
class SiteCheckedCompleted extends FormCompletion {

    private final CheckWork work;

    SiteCheckedCompleted(FormSubmissions submissions, CheckWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "spot-check-site";
    }

    @Override
    public Set<String> fields() {
        return Set.of("result", "checkedAt", "inspectors", "checked", "content", "findings", "notDoneReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String checkNo = execution.getProcessBusinessKey();
        CheckResult result = form.requiredCode("result", CheckResult.class);
        if (result == CheckResult.NOT_DONE) {
            work.notDone(checkNo, given(form.text("notDoneReason"), "notDoneReason", "无法检查的原因"));
        } else {
            execution.setVariable(SpotCheckProcess.FINDING_COUNT, work.checked(checkNo, seen(form, result)));
        }
        execution.setVariable(SpotCheckProcess.CHECK_RESULT, result.name());
    }

    private static CheckWork.Seen seen(Submission form, CheckResult result) {
        return new CheckWork.Seen(
                result,
                given(form.instant("checkedAt"), "checkedAt", "检查时间"),
                given(form.text("inspectors"), "inspectors", "检查人员"),
                given(form.text("content"), "content", "检查情况"),
                form.texts("checked").stream()
                        .filter(seq -> seq.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .toList(),
                form.rows("findings").stream().map(SiteCheckedCompleted::found).toList());
    }

    private static CheckWork.Found found(Submission row) {
        return new CheckWork.Found(
                row.requiredCode("category", FindingCategory.class),
                row.requiredCode("grade", FindingGrade.class),
                row.requiredCode("handling", Handling.class),
                row.requiredText("part"),
                row.requiredText("description"),
                row.date("deadline").orElse(null));
    }

    /** The form hides what the result does not need, so that its schema cannot require it. */
    private static <T> T given(Optional<T> value, String field, String label) {
        return value.orElseThrow(() -> new InvalidInputException(field, label + ":必填"));
    }
}
