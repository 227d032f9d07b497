package io.refundtool.fiscalization.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How movements of refunds are locked. */
@NeedsServers
class MovementTableTest {

    /** More rows than a table without statistics is believed to have. */
    private static final int MANY = 5_000;

    /** More often than the driver and the server wait before they keep a statement's plan. */
    private static final int BEFORE_ITS_PLAN_IS_KEPT = 15;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String WAITING = "select count(*) from pg_locks where not granted";

    @Test
    void shouldSeeTheMovementBackThatWasEnteredWhileTheLockWasWaitedFor() {
        try (OwnDatabase database = OwnDatabase.started()) {
            // given
            DriverManagerDataSource source = new DriverManagerDataSource(database.jdbcUrl());
            migrate(source);
            JdbcTemplate jdbc = new JdbcTemplate(source);
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            MovementTable movements = new MovementTable(jdbc);
            Movement out = movement("z-out", null);
            transaction.executeWithoutResult(_ -> movements.insert(List.of(out)));
            AtomicReference<@Nullable CompletableFuture<Map<String, Movement>>> settling = new AtomicReference<>();

            // when a movement back is entered, and its movement out is settled in the same moment
            transaction.executeWithoutResult(_ -> {
                movements.lockOfRefunds(List.of(out));
                settling.set(CompletableFuture.supplyAsync(
                        () -> transaction.execute(_ -> movements.lockWithTheirRefunds(List.of("z-out")))));
                await().atMost(PATIENCE).until(() -> Integer.valueOf(1).equals(waiting(source)));
                movements.insert(List.of(movement("a-back", "z-out")));
            });

            // then
            assertThat(settling.get())
                    .succeedsWithin(PATIENCE)
                    .satisfies(locked -> assertThat(locked).containsOnlyKeys("z-out", "a-back"));
        }
    }

    @Test
    void shouldFindTheMovementsOfARefundByTheirIndexThoughTheLedgerWasEmptyWhenItWasFirstAsked() {
        try (OwnDatabase database = OwnDatabase.started()) {
            // given a connection whose plans were made for an empty ledger
            SingleConnectionDataSource source = new SingleConnectionDataSource(database.jdbcUrl(), true);
            migrate(source);
            JdbcTemplate jdbc = new JdbcTemplate(source);
            MovementTable movements = new MovementTable(jdbc);
            for (int i = 0; i < BEFORE_ITS_PLAN_IS_KEPT; i++) {
                lockBothWays(movements, List.of(movement("M-" + i, null)));
            }
            List<Movement> many = IntStream.range(0, MANY)
                    .mapToObj(i -> movement("M-" + i, "R-" + i, null))
                    .toList();
            movements.insert(many);
            long before = readInSequence(jdbc);

            // when
            lockBothWays(movements, many.subList(MANY - 3, MANY));

            // then
            assertThat(readInSequence(jdbc)).isEqualTo(before);
            source.destroy();
        }
    }

    private static void lockBothWays(MovementTable movements, List<Movement> some) {
        movements.lockOfRefunds(some);
        movements.lockWithTheirRefunds(some.stream().map(Movement::movementId).toList());
    }

    /** Rows of the ledger that were read without an index until now. */
    private static long readInSequence(JdbcTemplate jdbc) {
        jdbc.execute("select pg_stat_force_next_flush()");
        return requireNonNull(jdbc.queryForObject(
                "select seq_tup_read from pg_stat_user_tables where relname = 'movement'", Long.class));
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/fiscalization-service")
                .load()
                .migrate();
    }

    /** Awaitility asks in a thread of its own, so by a connection of its own. */
    private static @Nullable Integer waiting(DriverManagerDataSource source) {
        return new JdbcTemplate(source).queryForObject(WAITING, Integer.class);
    }

    private static Movement movement(String movementId, @Nullable String compensates) {
        return movement(movementId, "R-1", compensates);
    }

    private static Movement movement(String movementId, String refundId, @Nullable String compensates) {
        return new Movement(
                movementId,
                "O-1",
                refundId,
                Country.RU,
                CurrencyCode.RUB,
                1000,
                compensates,
                MovementState.PENDING,
                1,
                null,
                "cause-" + movementId,
                NOON,
                null,
                null,
                null);
    }
}
