package cn.aftercare.faults;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL as durable as in production, that can be stopped and started again on the same data and port. */
final class TestServer implements AutoCloseable {

    static final String DATABASE = "aftercare";

    private final Path data;
    private EmbeddedPostgres server;
    private int port;

    TestServer() {
        this(temporary());
    }

    /** On this folder, which is removed in the end. */
    TestServer(Path data) {
        this.data = data;
        try {
            start();
            port = server.getPort();
            execute("postgres", "create database " + DATABASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("faults-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .start();
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart() {
        try {
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it takes connections; a database that could not write ends itself. */
    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
    }

    /** What the packaged program is started with to use this database. */
    String[] options(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=" + url(),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres",
                                "--aftercare.demo-cases=false"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    DataSource dataSource() {
        return new DriverManagerDataSource(url(), "postgres", "postgres");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** A connection the database tells from the program's by this name. */
    Connection connectAs(String name) throws SQLException {
        return new DriverManagerDataSource(url() + "?ApplicationName=" + name, "postgres", "postgres").getConnection();
    }

    /** Waits until nothing is due any more that could change something. */
    void settled() {
        await("the last jobs").atMost(Duration.ofMinutes(3)).until(() -> {
            tryAgainNow();
            return jdbc().sql("""
                            select count(*) from act_ru_job where retries_ > 0 and process_instance_id_ is not null
                                and (duedate_ is null or duedate_ <= now() at time zone 'Asia/Shanghai'
                                    or exception_msg_ is not null)
                            """).query(Integer.class).single() == 0;
        });
    }

    /** What failed because of the fault waits for its next attempt; the due date is moved instead of waiting for it. */
    void tryAgainNow() {
        jdbc().sql("""
                        update act_ru_job set duedate_ = now() at time zone 'Asia/Shanghai'
                        where retries_ > 0 and process_instance_id_ is not null and exception_msg_ is not null
                            and duedate_ > now() at time zone 'Asia/Shanghai'
                        """).update();
    }

    private void execute(String database, String sql) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            all.forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
