package cn.aftercare.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packaged program (system property {@code aftercare.jar}) as a process of its own, with the demo data in a data
 * folder of its own, on a free loopback port. It can be killed and started again on the same data.
 */
public final class PackagedApp implements AutoCloseable {

    /** The first start makes the demo cases, which a busy machine takes its time for. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> program;
    private final Path log;
    private final Path dataDir;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private Process process;

    private PackagedApp(boolean unpacked, Path jar, Map<String, String> environment, List<String> options) {
        this.environment = environment;
        this.options = options;
        try {
            Path folder = Files.createDirectories(built().resolveSibling("e2e"));
            program = unpacked ? unpacked(jar, folder) : List.of("-jar", jar.toString());
            log = folder.resolve("app.log");
            dataDir = Files.createTempDirectory(folder, "data-");
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Laid out as the runbook does it, once for each build: it starts in half the time. */
    private static synchronized List<String> unpacked(Path jar, Path folder) throws IOException {
        Path target =
                folder.resolve("installed-" + Files.getLastModifiedTime(jar).toMillis());
        if (!Files.exists(target)) {
            ProcessBuilder install = new ProcessBuilder("ops/install.sh", jar.toString(), target.toString());
            install.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = install.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("cannot be installed:\n" + output);
            }
        }
        return List.of(
                "-XX:SharedArchiveFile=" + target.resolve("aftercare.jsa"),
                "-jar",
                target.resolve("aftercare.jar").toString());
    }

    /** Starts it on new data and waits until it is healthy; {@code options} are Spring's, {@code --name=value}. */
    public static PackagedApp start(String... options) {
        return start(Map.of(), options);
    }

    /** The same with more in its environment. */
    public static PackagedApp start(Map<String, String> environment, String... options) {
        return started(new PackagedApp(true, built(), environment, List.of(options)));
    }

    private static Path built() {
        return Path.of(System.getProperty("aftercare.jar", "target/aftercare.jar"))
                .toAbsolutePath();
    }

    /** The same from the jar as it is built. */
    static PackagedApp startJar() {
        return startJar(built());
    }

    /** The same from a jar of another version. */
    public static PackagedApp startJar(Path jar, String... options) {
        return started(new PackagedApp(false, jar, Map.of(), List.of(options)));
    }

    private static PackagedApp started(PackagedApp app) {
        try {
            app.restart();
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
        return app;
    }

    /** Starts it again on the same data and port, after {@link #stop} or {@link #kill}. */
    public void restart() {
        if (isRunning()) {
            throw new IllegalStateException("still running");
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It starts often and never runs long.
        builder.command().addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m"));
        builder.command().addAll(program);
        builder.command().addAll(List.of("--server.port=" + port, "--spring.profiles.active=demo"));
        builder.command().addAll(options);
        // The run must not reach for a database the machine has been set up with.
        builder.environment().keySet().removeIf(name -> name.startsWith("AFTERCARE_") || name.startsWith("SPRING_"));
        builder.environment().put("AFTERCARE_DATA_DIR", dataDir.toString());
        builder.environment().putAll(environment);
        builder.directory(dataDir.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitHealthy();
    }

    private void awaitHealthy() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (exitsWithin(POLL)) {
                throw new IllegalStateException(
                        "ended with " + process.exitValue() + " before it was up:\n" + logTail());
            }
            if (isHealthy()) {
                return;
            }
        }
        throw new IllegalStateException("not healthy within " + START_LIMIT + ":\n" + logTail());
    }

    private boolean isHealthy() {
        try {
            HttpResponse<String> answer = get("/actuator/health/readiness");
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (UncheckedIOException e) {
            return false; // not listening yet
        }
    }

    private boolean exitsWithin(Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /**
     * Asks it to shut down and waits for the end.
     *
     * @return its exit code, 143 after an orderly end by SIGTERM
     */
    public int stop() {
        process.destroy();
        if (!exitsWithin(STOP_LIMIT)) {
            kill();
            throw new IllegalStateException("did not stop within " + STOP_LIMIT + ":\n" + logTail());
        }
        return process.exitValue();
    }

    /** Ends it like a power cut (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        if (!exitsWithin(STOP_LIMIT)) {
            throw new IllegalStateException("cannot be killed: " + process.pid());
        }
    }

    /** Absolute address of a path like {@code /camunda/}. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** GET without a login; redirects are not followed. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)));
    }

    /** GET with HTTP Basic as this demo user. */
    public HttpResponse<String> getAs(String user, String path) {
        return send(authorized(user, path));
    }

    /** POST of JSON with HTTP Basic as this demo user. */
    public HttpResponse<String> postAs(String user, String path, String json, String... headers) {
        HttpRequest.Builder request = authorized(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** POST of a file as the field {@code file} of a form, with HTTP Basic as this demo user. */
    public HttpResponse<String> postFileAs(String user, String path, String name, String content) {
        return postFileAs(user, path, Map.of(), name, content);
    }

    /** The same with other fields of the form. */
    public HttpResponse<String> postFileAs(
            String user, String path, Map<String, String> fields, String name, String content) {
        String boundary = "----" + UUID.randomUUID();
        StringBuilder others = new StringBuilder();
        fields.forEach((field, value) -> others.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        String body = others + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(authorized(user, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** POST of a form's fields with HTTP Basic as this demo user; redirects are not followed. */
    public HttpResponse<String> postFormAs(String user, String path, Map<String, String> fields) {
        return postForm(authorized(user, path), fields);
    }

    /** The same without a login. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return postForm(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)), fields);
    }

    private HttpResponse<String> postForm(HttpRequest.Builder request, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder authorized(String user, String path) {
        String credentials = user + ":" + Demo.PASSWORD;
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public Path dataDir() {
        return dataDir;
    }

    private String logTail() {
        try {
            List<String> lines =
                    Arrays.asList(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n", -1));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** Stops it if it runs, and removes its data. */
    @Override
    public void close() {
        if (isRunning()) {
            process.destroy();
            if (!exitsWithin(STOP_LIMIT)) {
                kill();
            }
        }
        try (Stream<Path> files = Files.walk(dataDir)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
