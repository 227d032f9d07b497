package io.refundtool.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when everything is started. For readiness alone: what waits for Kafka or PostgreSQL is alive. */
public final class LateStartHealth implements HealthIndicator {

    private final LateStart start;

    public LateStartHealth(LateStart start) {
        this.start = start;
    }

    @Override
    public Health health() {
        if (start.isComplete()) {
            return Health.up().build();
        }
        return start.failure()
                .map(failure ->
                        Health.down().withDetail("failure", failure.getClass().getName()))
                .orElseGet(() -> {
                    Health.Builder health = Health.outOfService();
                    start.waitsFor().ifPresent(away -> health.withDetail("waitsFor", away.toString()));
                    return health;
                })
                .build();
    }
}
