package cn.aftercare.problem;

/** The user's role or unit does not allow this (403). The message is Chinese. */
public class NotPermittedException extends ProblemException {
    public NotPermittedException(String message) {
        super(message);
    }
}
