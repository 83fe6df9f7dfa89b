package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.MeasureKind;
import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.ReviewKind;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.quality.app.QualityWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A department says what it does about the item, or decides (R-78..R-81). */
@Component
class RouteAnsweredCompleted extends FormCompletion {

    private final QualityWork work;
    private final QualityItems items;

    RouteAnsweredCompleted(FormSubmissions submissions, QualityWork work, QualityItems items) {
        super(submissions);
        this.work = work;
        this.items = items;
    }

    @Override
    public String formId() {
        return "quality-feedback-answer";
    }

    @Override
    public Set<String> fields() {
        return Set.of("reviewKind", "answer", "measures");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        QualityRoute route = QualityRoute.valueOf((String) execution.getVariable(QualityFeedback.ROUTE));
        work.answered(
                StepStarted.idOf(execution),
                form.requiredText("answer"),
                form.code("reviewKind", ReviewKind.class).orElse(null),
                form.rows("measures").stream().map(row -> measure(route, row)).toList());
        int measures = items.measuresOfRound(execution.getProcessBusinessKey()).size();
        execution.setVariable(QualityFeedback.HAS_MEASURES, measures > 0);
        execution.setVariable(QualityFeedback.MEASURE_COUNT, measures);
    }

    private static Measure measure(QualityRoute route, Submission row) {
        return Measure.planned(
                route,
                row.requiredCode("kind", MeasureKind.class),
                row.requiredText("content"),
                row.requiredText("person"),
                row.date("dueOn").orElseThrow());
    }
}
