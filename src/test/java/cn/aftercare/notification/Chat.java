package cn.aftercare.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A chat's HTTP server: takes messages, and answers as it is told. */
final class Chat {

    /** How it answers. */
    enum Answer {
        OK(200, "{\"errcode\":0,\"errmsg\":\"ok\"}"),
        /** A receiver that is no chat. */
        NO_CONTENT(204, ""),
        PLAIN_TEXT(200, "thank you"),
        SERVER_ERROR(500, "{}"),
        MOVED(302, ""),
        /** As WeCom says that too many messages come. */
        REFUSED(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}"),
        /** Begins to answer and never ends. */
        ENDLESS(200, "{");

        /** Whether the receiver has the message and says so. */
        boolean taken() {
            return this == OK || this == NO_CONTENT || this == PLAIN_TEXT;
        }

        private final int status;
        private final String body;

        Answer(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    /** A message that was taken. */
    record Message(String path, String notificationId, String contentType, String body) {}

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.OK;
    private volatile CountDownLatch endless = new CountDownLatch(1);

    Chat() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answers(Answer next) {
        answer = next;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    void reset() {
        answer = Answer.OK;
        endless.countDown();
        endless = new CountDownLatch(1);
        messages.clear();
    }

    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer given = answer;
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (given.taken()) {
                messages.add(new Message(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("X-Notification-Id"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        body));
            }
            byte[] bytes = given.body.getBytes(StandardCharsets.UTF_8);
            boolean never = given == Answer.ENDLESS;
            exchange.sendResponseHeaders(given.status, bytes.length == 0 ? -1 : bytes.length + (never ? 1 : 0));
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
            }
            if (never) {
                endless.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
