package cn.aftercare.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A jar as a process of its own on a free loopback port, spoken to over HTTP with basic login. */
final class Program implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path log;
    private final int port;
    private final Process process;
    private final Duration ready;

    /**
     * Starts it and waits until the path answers anything but an error of the server.
     *
     * @param environment added to ours, from which everything that could configure a contender is taken
     */
    Program(Path jar, String name, String readyPath, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path folder = Files.createDirectories(Path.of("target", "benchmark"));
        log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Duser.timezone=Asia/Shanghai"));
        command.addAll(arguments.stream()
                .filter(a -> a.startsWith("-X") || a.startsWith("-D"))
                .toList());
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "--server.port=" + port));
        command.addAll(arguments.stream().filter(a -> a.startsWith("--")).toList());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(key -> key.startsWith("AFTERCARE_") || key.startsWith("SPRING_"));
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long begun = System.nanoTime();
        process = builder.start();
        while (!answers(readyPath)) {
            if (!process.isAlive() || System.nanoTime() - begun > START_LIMIT.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not come up, see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        ready = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** From the start of the process to the first answer. */
    Duration ready() {
        return ready;
    }

    private boolean answers(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    JsonNode get(String user, String path) {
        return send(request(user, path).GET(), path);
    }

    JsonNode post(String user, String path, Object body, String... headers) {
        try {
            HttpRequest.Builder request = request(user, path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return send(headers.length == 0 ? request : request.headers(headers), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as the field {@code file} of a form. */
    JsonNode postFile(String user, String path, String name, String content) {
        String body = "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--X--\r\n";
        return send(
                request(user, path)
                        .header("Content-Type", "multipart/form-data; boundary=X")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    /** Reads the answer to its end without keeping it; gives its bytes. */
    long drain(String user, String path) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> answer = http.send(
                request(user, path).timeout(Duration.ofMinutes(30)).GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        try (java.io.InputStream in = answer.body()) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":demo";
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMinutes(5))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode send(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Resident memory in MiB, as the kernel counts it. */
    long residentMib() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Its largest so far, in MiB. */
    long peakMib() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Holds the whole process, so that it neither polls nor collects garbage while another one is measured. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        thaw();
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
