package cn.aftercare.problem;

/** The request contradicts what is already there (409). The message is Chinese. */
public class ConflictException extends ProblemException {
    public ConflictException(String message) {
        super(message);
    }
}
