package cn.aftercare.notification;

/** The other side did not take a notification; trying again may help. The Chinese message is read in Cockpit. */
public class DeliveryFailedException extends RuntimeException {

    public DeliveryFailedException(String message) {
        super(message);
    }

    public DeliveryFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
