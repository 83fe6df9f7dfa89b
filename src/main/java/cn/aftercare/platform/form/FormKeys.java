package cn.aftercare.platform.form;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How models name the form of a task or start event. Tasks of models before that form had the subject itself, as in
 * {@code camunda-forms:/forms/repair-survey/BX-202601-0001}; they stay as they are.
 */
public final class FormKeys {

    /** What a form can be about: the variables that hold it. */
    static final Set<String> SUBJECTS = Set.of("caseNo", "commitmentId", "issueNo", "findingNo", "stepNo");

    private static final String FORM = "camunda-forms:/forms/([a-z0-9-]+)";

    /** The form, then the variable. */
    public static final Pattern OF_TASK =
            Pattern.compile(FORM + "/\\$\\{task\\.id}/(" + String.join("|", SUBJECTS) + ")");

    public static final Pattern OF_START = Pattern.compile(FORM);

    private static final Pattern ANY = Pattern.compile(FORM + "(/.*)?");

    private FormKeys() {}

    /** The id of the form a model names by this key. */
    static Optional<String> formId(@Nullable String formKey) {
        Matcher key = ANY.matcher(formKey == null ? "" : formKey);
        return key.matches() ? Optional.of(key.group(1)) : Optional.empty();
    }
}
