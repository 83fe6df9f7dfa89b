package cn.aftercare.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Bad input: refused as a whole, leaves no trace. The message is Chinese and is shown to the user as it stands. */
public class InvalidInputException extends ProblemException {

    private final transient List<FieldError> errors;

    public InvalidInputException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::message).collect(Collectors.joining(";")));
        this.errors = List.copyOf(errors);
    }

    public InvalidInputException(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
