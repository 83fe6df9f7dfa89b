package cn.aftercare.platform.form;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form a person hands in, while the engine completes the task: its fields go from hand to hand, and never become
 * process variables, which the engine would store and keep in its history several times over.
 */
final class FormInHand {

    private static final ThreadLocal<FormInHand> CURRENT = new ThreadLocal<>();

    private final String activityInstanceId;
    private final Map<String, Object> fields;

    private FormInHand(String activityInstanceId, Map<String, Object> fields) {
        this.activityInstanceId = activityInstanceId;
        this.fields = fields;
    }

    /** What is done meanwhile finds the form. */
    static <T> T during(String activityInstanceId, Map<String, Object> fields, java.util.function.Supplier<T> work) {
        @Nullable FormInHand before = CURRENT.get();
        CURRENT.set(new FormInHand(activityInstanceId, fields));
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The fields handed in at this task, if it is being completed by a form. */
    static Optional<Map<String, Object>> at(String activityInstanceId) {
        return Optional.ofNullable(CURRENT.get())
                .filter(form -> form.activityInstanceId.equals(activityInstanceId))
                .map(form -> form.fields);
    }
}
