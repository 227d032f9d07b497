package io.refundtool.messaging.postgres;

import io.refundtool.messaging.Away;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that may be away when its service starts. Until the schema is what this version expects there are no
 * connections, so whoever wants one waits as for a database that is away, and the first who asks when PostgreSQL is back
 * brings the schema up to date.
 *
 * <p>A schema that cannot be brought up to date for another reason keeps the service from starting. If that is seen by
 * somebody who asks for a connection, the log says so, and there are no connections.
 */
public final class LateMigration extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(LateMigration.class);

    private final ReentrantLock migrating = new ReentrantLock();
    private volatile @Nullable Flyway pending;
    private volatile boolean toldOfWaiting;

    LateMigration(DataSource database) {
        super(database);
    }

    /** Migrates now, or when PostgreSQL is back: for a service that does without it meanwhile. */
    public void migrateNowOrLater(Flyway flyway) {
        migrateLater(flyway);
        try {
            migrate();
        } catch (FlywayException e) {
            if (Away.of(e).isEmpty()) {
                throw e;
            }
            toldOfWaiting = true;
            LOG.warn("PostgreSQL is away: its schema is brought up to date when it is back");
        }
    }

    /** Remembers to migrate: for a service that calls {@link #migrate} before it does anything else. */
    public void migrateLater(Flyway flyway) {
        pending = flyway;
    }

    /**
     * Brings the schema up to date, unless it is.
     *
     * @throws FlywayException PostgreSQL is away, or the schema cannot be brought up to date
     */
    public void migrate() {
        migrating.lock();
        try {
            Flyway flyway = pending;
            if (flyway != null) {
                flyway.migrate();
                pending = null;
                tellOfReturn();
            }
        } finally {
            migrating.unlock();
        }
    }

    private void tellOfReturn() {
        if (toldOfWaiting) {
            LOG.info("PostgreSQL is back, and its schema is up to date");
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
            migrate();
        } catch (FlywayException e) {
            if (Away.of(e).isEmpty()) {
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
}
