package cn.aftercare.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;

/** The facts come from the classes alone. */
class CodeScannerTest {

    /** No component, and therefore no bean the engine could find. */
    static final class UnregisteredDelegate implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    static class ConstantCompleted extends FormCompletion {

        private static final Set<String> FIELDS = Set.of("cause", "surveyedAt");

        ConstantCompleted(FormSubmissions submissions) {
            super(submissions);
            throw new IllegalStateException("must not be constructed");
        }

        @Override
        public String formId() {
            return "constant";
        }

        @Override
        public Set<String> fields() {
            return FIELDS;
        }

        @Override
        protected void complete(Submission form, DelegateExecution execution) {}
    }

    static final class ComputedCompleted extends ConstantCompleted {

        private final Set<String> fields = Set.of("cause");

        ComputedCompleted(FormSubmissions submissions) {
            super(submissions);
        }

        @Override
        public Set<String> fields() {
            return Set.copyOf(fields);
        }
    }

    @Test
    void readsFormAndFieldsWithoutTheServicesACompletionNeeds() {
        assertThat(CodeScanner.completion(ConstantCompleted.class))
                .isEqualTo(new CodeFacts.Completion("constant", Set.of("cause", "surveyedAt")));
    }

    @Test
    void saysWhenFieldsAreNoConstants() {
        assertThatThrownBy(() -> CodeScanner.completion(ComputedCompleted.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ComputedCompleted: formId() and fields() must return constants");
    }

    @Test
    void aClassThatIsNoComponentIsNoBean() {
        assertThat(CodeScanner.scan("cn.aftercare.platform.guard").beans()).isEmpty();
    }

    @Test
    void knowsRolesPromisesAnchorsAndTheEnginesRetryCycle() {
        CodeFacts facts = CodeScanner.scan();
        assertThat(facts.roles()).contains("warranty-manager", "top-management");
        assertThat(facts.properties().get("commitment")).contains("RESPONSE", "FUNCTION_RESTORED");
        assertThat(facts.properties().get("anchor")).contains("RECEIVED", "TECHNICIAN_NOTIFIED");
        assertThat(facts.defaultRetryCycle()).isTrue();
    }
}
