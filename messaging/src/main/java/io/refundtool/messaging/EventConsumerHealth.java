package io.refundtool.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when a bug stopped the consumer. Waiting for PostgreSQL or Kafka, or to be started, is no reason: it ends by
 * itself, and a restart would not help.
 */
public final class EventConsumerHealth implements HealthIndicator {

    private final EventConsumer consumer;

    public EventConsumerHealth(EventConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public Health health() {
        Health.Builder health = consumer.hasEnded() ? Health.down() : Health.up();
        consumer.failure()
                .ifPresent(failure ->
                        health.withDetail("failure", failure.getClass().getName()));
        return health.withDetail("group", consumer.groupId())
                .withDetail("paused", consumer.paused())
                .build();
    }
}
