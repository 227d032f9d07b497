package io.refundtool.refund.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets the service start while PostgreSQL is away: the state machine needs none. Until the schema is what this version
 * expects there are no connections, so whoever wants one waits as for a database that is away, and the first who asks when
 * PostgreSQL is back brings the schema up to date.
 *
 * <p>A schema that cannot be brought up to date for another reason keeps the service from starting, as usual; if that is
 * seen later only, the log says so and readers of PostgreSQL wait.
 */
final class LateMigration extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(LateMigration.class);

    /** SQLSTATE: connection; operator intervention, such as a server that starts or stops. */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "57");

    private final ReentrantLock migrating = new ReentrantLock();
    private volatile @Nullable Flyway pending;

    LateMigration(DataSource database) {
        super(database);
    }

    /** Migrates now, or remembers to. */
    void migrate(Flyway flyway) {
        migrating.lock();
        try {
            flyway.migrate();
            pending = null;
        } catch (FlywayException e) {
            if (!isAway(e)) {
                throw e;
            }
            pending = flyway;
            LOG.warn("PostgreSQL is away: its schema is brought up to date when it is back");
        } finally {
            migrating.unlock();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        // The migration itself asks for connections too.
        if (pending != null && !migrating.isHeldByCurrentThread()) {
            catchUp();
        }
        return super.getConnection();
    }

    private void catchUp() throws SQLException {
        if (!migrating.tryLock()) {
            throw away(null);
        }
        try {
            Flyway flyway = pending;
            if (flyway != null) {
                flyway.migrate();
                pending = null;
                LOG.info("PostgreSQL is back, and its schema is up to date");
            }
        } catch (FlywayException e) {
            if (!isAway(e)) {
                LOG.error("The schema could not be brought up to date", e);
            }
            throw away(e);
        } finally {
            migrating.unlock();
        }
    }

    private static SQLException away(@Nullable Exception cause) {
        return new SQLTransientConnectionException(
                "Expected the schema to be up to date, but PostgreSQL was away when the service started",
                "08001",
                cause);
    }

    /** Flyway wraps what the pool says when it gets no connection, or the driver when it loses one. */
    private static boolean isAway(FlywayException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql
                        && AWAY_CLASSES.stream()
                                .anyMatch(Objects.requireNonNullElse(sql.getSQLState(), "")::startsWith));
    }
}
