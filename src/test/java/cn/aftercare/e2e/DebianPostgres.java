package cn.aftercare.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the machine's own packages, on a free loopback port, with the client programs of the same
 * version: the server of the other tests comes without them. Started by root it runs as the user postgres, because the
 * server refuses to be root.
 */
final class DebianPostgres implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path bin;
    private final Path home;
    private final int port;

    /** What a program said, and how it ended. */
    record Answer(int exit, String output) {}

    private DebianPostgres(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    static DebianPostgres start() {
        try {
            Path home = Files.createTempDirectory("aftercare-postgres-");
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                DebianPostgres server = new DebianPostgres(newestBin(), home, socket.getLocalPort());
                socket.close();
                server.create();
                return server;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newestBin() throws IOException {
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.max(Comparator.comparing(
                            v -> Integer.valueOf(v.getFileName().toString())))
                    .map(v -> v.resolve("bin"))
                    .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + PACKAGES));
        }
    }

    private void create() {
        if (asRoot()) {
            must(run(Map.of(), List.of("chown", USER, home.toString())));
        }
        must(server("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"));
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + home
                + " -c fsync=off -c max_connections=100";
        must(server("pg_ctl", "-w", "-D", data(), "-l", home.resolve("log").toString(), "-o", options, "start"));
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private Answer server(String program, String... arguments) {
        List<String> command = new ArrayList<>(asRoot() ? List.of("runuser", "-u", USER, "--") : List.of());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(Map.of(), command);
    }

    /** A program that uses the server, such as psql or one of ours, as its superuser. */
    Answer client(Map<String, String> environment, String... command) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("PGHOST", "127.0.0.1");
        variables.put("PGPORT", String.valueOf(port));
        variables.put("PGUSER", USER);
        variables.put("PATH", bin + ":" + System.getenv("PATH"));
        return run(variables, List.of(command));
    }

    void createDatabase(String name) {
        must(client(Map.of(), "createdb", name));
    }

    /** With everything in it, whoever is connected. */
    void destroy(String name) {
        must(client(Map.of(), "dropdb", "--force", name));
    }

    /** The only value a query answers with. */
    String value(String database, String sql) {
        return must(client(Map.of(), "psql", "-X", "-A", "-t", "-d", database, "-c", sql))
                .output()
                .strip();
    }

    /** Spring's options for the packaged program to use the database. */
    String[] options(String database) {
        return new String[] {
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/" + database,
            "--spring.datasource.username=" + USER,
            "--aftercare.demo-cases=false"
        };
    }

    static Answer must(Answer answer) {
        if (answer.exit() != 0) {
            throw new IllegalStateException("ended with " + answer.exit() + ":\n" + answer.output());
        }
        return answer;
    }

    private static Answer run(Map<String, String> environment, List<String> command) {
        try {
            // Into a file: a server that is started keeps the output of whoever started it open.
            Path output = Files.createTempFile("aftercare-output-", ".txt");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                builder.directory(new File("").getAbsoluteFile());
                int exit = builder.start().waitFor();
                return new Answer(exit, Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Stops it and removes its data. */
    @Override
    public void close() {
        server("pg_ctl", "-w", "-D", data(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
