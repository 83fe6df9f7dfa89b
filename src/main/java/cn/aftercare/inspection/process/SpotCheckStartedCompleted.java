package cn.aftercare.inspection.process;

import cn.aftercare.inspection.DrawMethod;
import cn.aftercare.inspection.SpotDraw;
import cn.aftercare.inspection.app.SpotDraws;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import java.math.BigDecimal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The project management department orders a spot check. */
@Component
class SpotCheckStartedCompleted extends FormCompletion {

    private final SpotDraws draws;
    private final InspectionVariables variables;

    SpotCheckStartedCompleted(FormSubmissions submissions, SpotDraws draws, InspectionVariables variables) {
        super(submissions);
        this.draws = draws;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "spot-check-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("unit", "checkBy", "topic", "method", "scope", "wanted", "chosen", "reason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        SpotDraw draw = draws.drawUp(new SpotDraws.Order(
                form.requiredText("unit"),
                form.requiredText("topic"),
                form.date("checkBy").orElseThrow(),
                form.requiredCode("method", DrawMethod.class),
                form.texts("scope"),
                form.text("wanted").map(SpotCheckStartedCompleted::whole).orElse(null),
                form.texts("chosen"),
                form.text("reason").orElse(null)));
        execution.setProcessBusinessKey(draw.drawNo());
        execution.setVariables(variables.of(draw));
    }

    private static Integer whole(String number) {
        try {
            return new BigDecimal(number).intValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidInputException("wanted", "抽取数量:应为整数");
        }
    }
}
