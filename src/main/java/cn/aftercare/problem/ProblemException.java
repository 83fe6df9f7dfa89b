package cn.aftercare.problem;

/** Something the caller can understand and put right. The message is Chinese and is shown as it stands. */
public abstract class ProblemException extends RuntimeException {
    ProblemException(String message) {
        super(message);
    }
}
