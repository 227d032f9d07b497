package io.refundtool.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL 18 server on the loopback interface, from binaries that come as a dependency; it works as root too.
 *
 * <p>Started again on the same directory it has the same databases. It does not wait for the disk, so data survives the
 * end of the process, not that of the machine. The first start on a machine unpacks the binaries, which takes seconds.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);

    /** The one user there is, who may do everything. */
    public static final String USER = "postgres";

    /** Texts are sorted by their bytes. */
    public static final String LOCALE = "C";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server's settings, for one that runs elsewhere too. */
    public static Map<String, String> settings() {
        return Map.of(
                "max_connections", "200",
                // A committed transaction is with the operating system, and so outlives the server, however it ends.
                "synchronous_commit", "on",
                "fsync", "off",
                "full_page_writes", "off",
                "wal_level", "minimal",
                "max_wal_senders", "0",
                "jit", "off");
    }

    /**
     * Starts a server and returns when it accepts connections. The caller closes it: there is no shutdown hook, since a
     * hook would run beside those of the services that still write.
     *
     * @param port 0 for any
     * @param dataDir where its data is; created when it is not yet
     * @throws PortTakenException when the port belongs to somebody else
     */
    public static EmbeddedDatabase start(int port, Path dataDir) {
        stopLeftOver(dataDir);
        int chosen = Ports.free("PostgreSQL", port);
        try {
            var builder = EmbeddedPostgres.builder()
                    .setPort(chosen)
                    .setDataDirectory(dataDir.toAbsolutePath())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP_LIMIT)
                    .setLocaleConfig("locale", LOCALE)
                    .setServerConfig("unix_socket_directories", "");
            settings().forEach(builder::setServerConfig);
            return new EmbeddedDatabase(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops the server that a killed process left over on the directory, if any. Only needed by whoever wants to delete
     * the directory; starting does it too.
     */
    public static void stopLeftOver(Path dataDir) {
        OrphanedPostmaster.stop(dataDir);
    }

    /** The first of the processes of the server that runs on the directory, whoever started it. */
    public static Optional<ProcessHandle> processOn(Path dataDir) {
        return OrphanedPostmaster.find(dataDir);
    }

    public int port() {
        return server.getPort();
    }

    public String user() {
        return USER;
    }

    /** Any password is right: the server trusts whoever reaches the loopback interface. */
    public String password() {
        return USER;
    }

    /** The JDBC URL of a database, user and password included. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    /** The JDBC URL of a database of a server that another process started on the port. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(port, database, USER, USER);
    }

    /** Creates the database unless there is one of that name. */
    public void createDatabase(String name) {
        createDatabase(port(), name);
    }

    /** Creates the database on a server that another process started on the port, unless there is one of that name. */
    public static void createDatabase(int port, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "Expected a database's name of small letters, digits and _, but got " + name);
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, "postgres"));
                Statement statement = connection.createStatement()) {
            if (!exists(statement, name)) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to create the database " + name + ", but PostgreSQL refused", e);
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            return found.next();
        }
    }

    /** Stops the server; open connections are ended, data is kept. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
