package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.training.Course;
import cn.aftercare.training.app.TrainingWork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The courses of a round were held. */
@Component
class CoursesHeldCompleted extends FormCompletion {

    private final TrainingWork trainingWork;

    CoursesHeldCompleted(FormSubmissions submissions, TrainingWork trainingWork) {
        super(submissions);
        this.trainingWork = trainingWork;
    }

    @Override
    public String formId() {
        return "owner-training-course";
    }

    @Override
    public Set<String> fields() {
        return Set.of("courses", "content", "attendees");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        trainingWork.held(
                execution.getProcessBusinessKey(),
                form.rows("courses").stream().map(CoursesHeldCompleted::course).toList(),
                form.requiredText("content"),
                form.rows("attendees").stream()
                        .map(a -> new TrainingWork.Newcomer(a.requiredText("name"), a.requiredText("position")))
                        .toList());
    }

    /** The round is the one under way; the service knows its number. */
    private static Course course(Submission row) {
        return new Course(
                0,
                row.date("heldOn").orElseThrow(),
                row.requiredText("place"),
                new BigDecimal(row.requiredText("hours")).setScale(1, RoundingMode.HALF_UP));
    }
}
