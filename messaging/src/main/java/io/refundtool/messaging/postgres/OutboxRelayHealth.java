package io.refundtool.messaging.postgres;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when the relay's thread ended. Rounds that fail are a detail only: they are repeated until they succeed. */
public final class OutboxRelayHealth implements HealthIndicator {

    private final OutboxRelay relay;

    public OutboxRelayHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        Health.Builder health = relay.hasEnded() ? Health.down() : Health.up();
        relay.trouble()
                .ifPresent(trouble ->
                        health.withDetail("trouble", trouble.getClass().getName()));
        return health.build();
    }
}
