package cn.aftercare.notification;

/** Tells people outside the application what happened. */
public interface Notifications {

    /**
     * Sends to everyone who can be reached, by every way that is configured; nobody reachable is no error. Called inside
     * the transaction of what happened: both stay or neither. A notification whose id was sent before is not sent again.
     */
    void send(Notification notification);
}
