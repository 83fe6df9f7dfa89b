package cn.aftercare.platform.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.spin.json.SpinJsonNode;

/** The submitted fields of one form, already checked against its schema. Times are Asia/Shanghai wall time. */
public final class Submission {

    private final Map<String, Object> values;

    Submission(Map<String, Object> values) {
        this.values = values;
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field))
                .map(Object::toString)
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    /** A field the schema requires. */
    public String requiredText(String field) {
        return required(field, text(field));
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field))
                || "true".equals(values.get(field))
                || "YES".equals(values.get(field));
    }

    public Optional<Instant> instant(String field) {
        return text(field).map(t -> FormTime.parse(field, t));
    }

    public Instant requiredInstant(String field) {
        return required(field, instant(field));
    }

    public Optional<LocalDate> date(String field) {
        return text(field).map(LocalDate::parse);
    }

    /** Money in CNY, two decimals; the schema's pattern has refused anything else. */
    public Optional<BigDecimal> money(String field) {
        return text(field).map(t -> new BigDecimal(t).setScale(2, java.math.RoundingMode.HALF_UP));
    }

    public BigDecimal requiredMoney(String field) {
        return required(field, money(field));
    }

    /** What was ticked or chosen in a checklist or tag list. */
    public List<String> texts(String field) {
        return values.get(field) instanceof SpinJsonNode list && list.isArray()
                ? list.elements().stream().map(SpinJsonNode::stringValue).toList()
                : List.of();
    }

    /** The rows of a list, in the order typed. */
    public List<Submission> rows(String field) {
        return FormRows.of(values.get(field)).stream().map(Submission::new).toList();
    }

    public <E extends Enum<E>> E requiredCode(String field, Class<E> type) {
        return required(field, code(field, type));
    }

    public <E extends Enum<E>> Optional<E> code(String field, Class<E> type) {
        return text(field).map(t -> Enum.valueOf(type, t));
    }

    private static <T> T required(String field, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("form field " + field + " is not required"));
    }
}
