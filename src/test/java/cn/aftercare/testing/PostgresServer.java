package cn.aftercare.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One real PostgreSQL for all tests of a JVM; every application context gets a database of its own. It stops with the
 * last context that uses it: its own shutdown hook would race the connection pools.
 */
final class PostgresServer {

    private static EmbeddedPostgres server;
    private static int databases;
    private static int users;

    private PostgresServer() {}

    /** Creates an empty database and tells its JDBC URL (user postgres, no password); ends with {@link #release}. */
    static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            users++;
            String name = "aftercare" + ++databases;
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
    }

    static synchronized void release() {
        users--;
        if (users == 0) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                server = null;
            }
        }
    }
}
