package io.refundtool.testservers;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A broker is ready when it names itself in an answer. The first one takes a new JVM seconds, which a test may not have. */
final class ServesRequests extends AbstractWaitStrategy {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int ANSWER_LIMIT_SECONDS = 30;

    private final String bootstrapServers;

    ServesRequests(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    protected void waitUntilReady() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await("Kafka at " + bootstrapServers)
                    .atMost(START_LIMIT)
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptions()
                    .failFast("the container ended", () -> !waitStrategyTarget.isRunning())
                    .until(() -> !admin.describeCluster()
                            .nodes()
                            .get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)
                            .isEmpty());
        }
    }
}
