package cn.aftercare.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL for all, as durable as in production, with a database for each contender. */
final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    Postgres() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_connections", "200")
                // Its default is that of a disk that turns.
                .setServerConfig("random_page_cost", "1.1")
                // No checkpoint in the middle of a round: the pages written in full after it would count for whoever is
                // next.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", "16GB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        run("postgres", "create extension pg_stat_statements");
    }

    /** What a database has been asked so far. {@code statements} without begin, commit and settings. */
    record Counters(long statements, long commits, long walBytes) {

        Counters since(Counters before) {
            return new Counters(statements - before.statements, commits - before.commits, walBytes - before.walBytes);
        }
    }

    /** The counters of this database; the WAL is the server's, so nobody else may write meanwhile. */
    Counters counters(String database) throws SQLException {
        return query("postgres", """
                select
                    coalesce(sum(calls) filter (where query !~* '^(begin|commit|rollback|set|show|start)'), 0),
                    (select xact_commit from pg_stat_database where datname = '%1$s'),
                    pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')
                from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '%1$s'
                """.formatted(database), rows -> {
            rows.next();
            return new Counters(rows.getLong(1), rows.getLong(2), rows.getLong(3));
        });
    }

    /** As the runbook makes it, for whomever it is. */
    void create(String database) throws SQLException {
        run(
                "postgres",
                "create database " + database
                        + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
    }

    void drop(String database) throws SQLException {
        run("postgres", "drop database if exists " + database + " with (force)");
    }

    /** A copy, with nobody connected to the original. */
    void copy(String original, String database) throws SQLException {
        run("postgres", "create database " + database + " template " + original);
    }

    /** The server's first process, which has started the others. */
    ProcessHandle handle() throws SQLException {
        return query("postgres", "select pg_backend_pid()", rows -> {
            rows.next();
            return ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        });
    }

    String version() throws SQLException {
        return query("postgres", "show server_version", rows -> {
            rows.next();
            return rows.getString(1);
        });
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    void run(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    <T> T query(String database, String sql, Reader<T> reader) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        }
    }

    long number(String database, String sql) throws SQLException {
        return query(database, sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
