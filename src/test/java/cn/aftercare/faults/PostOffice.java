package cn.aftercare.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server on a port of its own, closed until it is opened, and what has arrived there. */
final class PostOffice implements AutoCloseable {

    private static final String DOMAIN = "@example.com";

    private final int port;
    private final GreenMail mail;

    PostOffice() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        mail = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    }

    static PostOffice opened() throws IOException {
        PostOffice office = new PostOffice();
        office.open();
        return office;
    }

    void open() {
        mail.start();
    }

    /** What the packaged program is started with to send its mails here, whatever the time of day. */
    String[] options() {
        return new String[] {
            "--spring.mail.host=localhost",
            "--spring.mail.port=" + port,
            "--aftercare.notification.mail.from=service@example.com",
            "--aftercare.notification.quiet.from=00:00",
            "--aftercare.notification.quiet.to=00:00",
            // A mail that was under way when the program died waits so long.
            "--camunda.bpm.job-execution.lock-time-in-millis=15000"
        };
    }

    /** The demo logins have addresses that lead nowhere; their names are addresses here. */
    static void giveEverybodyAnAddress(JdbcClient jdbc) {
        jdbc.sql("update act_id_user set email_ = id_ || '" + DOMAIN + "'").update();
    }

    /** The notification and the login of each mail that has arrived, with its id, as often as it has. */
    List<String> arrived() throws MessagingException {
        List<String> arrived = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            String login = message.getAllRecipients()[0].toString().replace(DOMAIN, "");
            arrived.add(message.getHeader("X-Notification-Id", null) + " " + login + " " + message.getMessageID());
        }
        return arrived;
    }

    @Override
    public void close() {
        mail.stop();
    }
}
