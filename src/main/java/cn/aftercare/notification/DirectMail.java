package cn.aftercare.notification;

import org.jspecify.annotations.Nullable;

/**
 * Mail that goes out at once, past quiet hours and the job queue: to owners, who have no login (a link in it is a secret
 * and is never stored), and to whoever looks after the program when the queue itself stands still.
 */
public interface DirectMail {

    /** Whether there is a mail server. */
    boolean available();

    /** Asks the server whether it would take a mail; null if so, else what is wrong, in Chinese. Takes its time. */
    @Nullable
    String problem();

    /** @throws DeliveryFailedException when the server did not take it */
    void send(String address, String subject, String text);
}
