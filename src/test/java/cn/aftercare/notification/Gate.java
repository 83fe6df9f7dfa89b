package cn.aftercare.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in front of a real server and fails the way networks and servers do. Its port never changes. */
final class Gate implements AutoCloseable {

    /** What becomes of a connection. */
    enum Way {
        /** Goes through to the server. */
        OPEN,
        /** Nobody listens. */
        REFUSE,
        /** Is taken, and never answered. */
        HANG,
        /** Is taken, and closed at once. */
        DROP,
        /** Is told, as a mail server does, that there is no time now. */
        BUSY,
        /** The server takes the whole message, but its answer to it is lost. */
        LOSE_ANSWER
    }

    private final int target;
    /** What the client has sent last when the message is complete; empty: anything. */
    private final String endOfMessage;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Way way = Way.OPEN;
    private volatile ServerSocket listener;

    Gate(int target, String endOfMessage) {
        this.target = target;
        this.endOfMessage = endOfMessage;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** From the next connection on; those open now are cut. */
    synchronized void set(Way next) {
        way = next;
        open.forEach(Gate::close);
        open.clear();
        if (next == Way.REFUSE) {
            close(listener);
        } else if (listener.isClosed()) {
            listener = listen(port);
        }
    }

    @Override
    public void close() {
        set(Way.REFUSE);
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) throws IOException {
        while (true) {
            Socket client = socket.accept();
            open.add(client);
            switch (way) {
                case OPEN, LOSE_ANSWER -> connect(client, way == Way.LOSE_ANSWER);
                case BUSY -> {
                    client.getOutputStream().write("421 busy\r\n".getBytes(StandardCharsets.US_ASCII));
                    close(client);
                }
                case DROP, REFUSE -> close(client);
                case HANG -> {}
            }
        }
    }

    private void connect(Socket client, boolean loseAnswer) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(server);
        var complete = new java.util.concurrent.atomic.AtomicBoolean();
        start(() -> {
            String last = "";
            byte[] buffer = new byte[8192];
            InputStream from = client.getInputStream();
            OutputStream to = server.getOutputStream();
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                last += new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                last = last.substring(Math.max(0, last.length() - 5));
                complete.set(last.endsWith(endOfMessage));
                to.write(buffer, 0, n);
            }
            close(server);
        });
        start(() -> {
            byte[] buffer = new byte[8192];
            InputStream from = server.getInputStream();
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                if (loseAnswer && complete.get()) {
                    break;
                }
                client.getOutputStream().write(buffer, 0, n);
            }
            close(server);
            close(client);
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // the connection or the listener was closed, which ends this thread
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
