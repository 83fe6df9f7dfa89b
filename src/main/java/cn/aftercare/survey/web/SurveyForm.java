package cn.aftercare.survey.web;

import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyScore;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The questionnaire on a page: what was typed, and what is wrong with it, field by field. Fields are called as in
 * {@link SurveyDraft}; a factor's field has its name.
 */
record SurveyForm(List<Question> questions, Map<String, String> values, Map<String, String> errors) {

    /** @param chosen the points chosen, or null */
    record Question(
            int number,
            String field,
            String label,
            @Nullable String chosen,
            @Nullable String error) {}

    static SurveyForm empty() {
        return of(Map.of(), List.of());
    }

    /** What came back, with everything that is wrong. */
    static SurveyForm refused(Map<String, String> values, InvalidInputException reason) {
        return of(values, reason.errors());
    }

    private static SurveyForm of(Map<String, String> values, List<FieldError> wrong) {
        Map<String, String> errors = new LinkedHashMap<>();
        wrong.forEach(e -> errors.putIfAbsent(e.field(), e.message()));
        List<Question> questions = Arrays.stream(SurveyFactor.values())
                .map(f ->
                        new Question(f.ordinal() + 1, f.name(), f.label(), values.get(f.name()), errors.get(f.name())))
                .toList();
        return new SurveyForm(questions, new HashMap<>(values), errors);
    }

    static SurveyDraft draft(Map<String, String> values) {
        Map<SurveyFactor, String> scores = new EnumMap<>(SurveyFactor.class);
        for (SurveyFactor factor : SurveyFactor.values()) {
            scores.put(factor, values.getOrDefault(factor.name(), ""));
        }
        return new SurveyDraft(
                scores,
                values.get("remarks"),
                values.get("filledBy"),
                values.get("phone"),
                values.get("filledOn"),
                values.get("signed"));
    }

    public SurveyScore[] choices() {
        return SurveyScore.values();
    }

    public int maxRemarks() {
        return SurveyDraft.MAX_REMARKS;
    }

    public int maxName() {
        return SurveyDraft.MAX_NAME;
    }

    public int maxPhone() {
        return SurveyDraft.MAX_PHONE;
    }

    /** How many fields need another look. */
    public int wrong() {
        return errors.size();
    }
}
