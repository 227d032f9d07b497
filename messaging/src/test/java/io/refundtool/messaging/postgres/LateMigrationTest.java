package io.refundtool.messaging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariDataSource;
import io.refundtool.messaging.Away;
import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.RecordedLog;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import io.refundtool.testservers.SharedServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service that is started while PostgreSQL is away, with a server that is started after it. */
@ResourceLock(RecordedLog.LATE_START)
@NeedsServers
class LateMigrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INBOX = "select count(*) from inbox";

    private final HikariDataSource pool = new HikariDataSource();
    private final LateMigration database = new LateMigration(pool);
    private final LateStart start = new LateStart(List.of(database::migrate), List.of());

    @AfterEach
    void stop() {
        start.stop();
        pool.close();
    }

    @Test
    void shouldMigrateWhenPostgresqlComes() {
        // given
        try (OwnDatabase server = OwnDatabase.away();
                RecordedLog log = RecordedLog.of(LateStart.class)) {
            database.migrateLater(flyway(server.jdbcUrl()));

            // when
            start.start();

            // then
            assertThat(start.waitsFor()).contains(Away.POSTGRESQL);
            assertThatThrownBy(database::getConnection)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));

            // when
            server.start();
            await().atMost(PATIENCE).until(start::isComplete);

            // then
            assertThat(new JdbcTemplate(database).queryForObject(INBOX, Integer.class))
                    .isZero();
            assertThat(log.lines(Level.WARN))
                    .containsExactly("PostgreSQL is away: what needs it is started when it is there. SQLSTATE 08001");
            assertThat(log.lines(Level.INFO)).containsExactly("PostgreSQL is there: the start goes on.");
        }
    }

    @Test
    void shouldEndTheStartWhenTheLoginIsRefused() {
        // given
        database.migrateLater(
                flyway(SharedServers.newDatabase().replaceFirst("user=[^&]*", "user=nobody_of_that_name")));

        // when // then
        assertThatThrownBy(start::start).isInstanceOf(FlywayException.class);
        assertThat(start.waitsFor()).isEmpty();
    }

    @Test
    void shouldEndTheStartWhenAMigrationIsNotWhatItWas() {
        // given
        Flyway flyway = flyway(SharedServers.newDatabase());
        flyway.migrate();
        new JdbcTemplate(pool).update("update flyway_schema_history set checksum = 1 where version = '0.1'");
        database.migrateLater(flyway);

        // when // then
        assertThatThrownBy(start::start).isInstanceOf(FlywayException.class).hasMessageContaining("checksum");
    }

    @Test
    void shouldEndTheStartOfAServiceThatDoesWithoutAsWell() {
        // given
        Flyway flyway = flyway(SharedServers.newDatabase());
        flyway.migrate();
        new JdbcTemplate(pool).update("update flyway_schema_history set checksum = 1 where version = '0.1'");

        // when // then
        assertThatThrownBy(() -> database.migrateNowOrLater(flyway)).hasMessageContaining("checksum");
    }

    private Flyway flyway(String url) {
        pool.setJdbcUrl(url);
        pool.setConnectionTimeout(500);
        pool.setInitializationFailTimeout(-1);
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging")
                .load();
    }
}
