package cn.aftercare.notification;

/** Mail to an owner, who has no login. Sent at once, in the job that asks for it: a link in it is a secret and is never stored. */
public interface OwnerMail {

    /** Whether there is a mail server. */
    boolean available();

    /** @throws DeliveryFailedException when the server did not take it */
    void send(String address, String subject, String text);
}
