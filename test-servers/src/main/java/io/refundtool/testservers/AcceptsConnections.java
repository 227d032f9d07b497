package io.refundtool.testservers;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A database is ready when it lets somebody in. Its log says so too, but once more when it is made. */
final class AcceptsConnections extends AbstractWaitStrategy {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String jdbcUrl;

    AcceptsConnections(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    @Override
    protected void waitUntilReady() {
        await("PostgreSQL at " + jdbcUrl)
                .atMost(START_LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .ignoreExceptions()
                .failFast("the container ended", () -> !waitStrategyTarget.isRunning())
                .until(() -> {
                    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
                        return connection.isValid(1);
                    }
                });
    }
}
