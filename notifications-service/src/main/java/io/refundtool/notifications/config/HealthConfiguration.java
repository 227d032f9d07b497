package io.refundtool.notifications.config;

import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.EventConsumerHealth;
import io.refundtool.messaging.postgres.OutboxRelay;
import io.refundtool.messaging.postgres.OutboxRelayHealth;
import io.refundtool.notifications.application.Senders;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the health endpoint asks. A mail server that is away is no reason to be unhealthy: the senders wait for it. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator readingHealthIndicator(EventConsumer consumer) {
        return new EventConsumerHealth(consumer);
    }

    @Bean
    HealthIndicator relayHealthIndicator(OutboxRelay relay) {
        return new OutboxRelayHealth(relay);
    }

    /** Down when a bug ended a sender: only a restart helps then. */
    @Bean
    HealthIndicator sendingHealthIndicator(Senders senders) {
        return () -> senders.failure()
                .map(failure -> Health.down()
                        .withDetail("failure", failure.getClass().getName())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
