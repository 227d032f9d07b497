package io.refundtool.fiscalization.persistence;

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
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What two transactions that lock movements of one refund see of each other. */
@NeedsServers
class MovementTableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String WAITING = "select count(*) from pg_locks where not granted";

    @Test
    void shouldSeeTheMovementBackThatWasEnteredWhileTheLockWasWaitedFor() {
        try (OwnDatabase database = OwnDatabase.started()) {
            // given
            DriverManagerDataSource source = new DriverManagerDataSource(database.jdbcUrl());
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/fiscalization-service")
                    .load()
                    .migrate();
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

    /** Awaitility asks in a thread of its own, so by a connection of its own. */
    private static @Nullable Integer waiting(DriverManagerDataSource source) {
        return new JdbcTemplate(source).queryForObject(WAITING, Integer.class);
    }

    private static Movement movement(String movementId, @Nullable String compensates) {
        return new Movement(
                movementId,
                "O-1",
                "R-1",
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
