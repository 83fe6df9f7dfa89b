package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem.Aspects;
import cn.aftercare.quality.app.QualityWork;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The quality department classifies and grades the item. */
@Component
class ItemClassifiedCompleted extends FormCompletion {

    private final QualityWork work;

    ItemClassifiedCompleted(FormSubmissions submissions, QualityWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "quality-feedback-classify";
    }

    @Override
    public Set<String> fields() {
        return Set.of("aspects", "grade", "analysis");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        List<String> aspects = form.texts("aspects");
        QualityGrade grade = form.requiredCode("grade", QualityGrade.class);
        boolean construction = aspects.contains("CONSTRUCTION");
        boolean design = aspects.contains("DESIGN");
        boolean qualitySystem = aspects.contains("QUALITY_SYSTEM");
        work.classified(
                StepStarted.idOf(execution),
                grade,
                new Aspects(construction, design, qualitySystem, false),
                form.requiredText("analysis"));
        execution.setVariable(QualityFeedback.GRADE, grade.name());
        execution.setVariable(QualityFeedback.CONSTRUCTION, construction);
        execution.setVariable(QualityFeedback.DESIGN, design);
        execution.setVariable(QualityFeedback.QUALITY_SYSTEM, qualitySystem);
    }
}
