package cn.aftercare.problem;

/** What was asked for does not exist, or not for this user (404). The message is Chinese. */
public class NotFoundException extends ProblemException {
    public NotFoundException(String message) {
        super(message);
    }
}
