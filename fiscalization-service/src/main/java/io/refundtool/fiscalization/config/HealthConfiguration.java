package io.refundtool.fiscalization.config;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.refundtool.fiscalization.application.Senders;
import io.refundtool.fiscalization.application.SendingGate;
import io.refundtool.fiscalization.loop.WorkLoop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a person or a probe should know: {@code atol} says whether receipts can be sent, {@code sending} whether the
 * threads that send them live. Only the second is a reason to restart the service.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator atolHealthIndicator(SendingGate gate, CircuitBreaker breaker) {
        return () -> gate.closedFor()
                .map(reason -> Health.down().withDetail("sendingStopped", reason))
                .orElseGet(() -> breaker.getState() == CircuitBreaker.State.OPEN ? Health.outOfService() : Health.up())
                .withDetail("circuitBreaker", breaker.getState().name())
                .build();
    }

    @Bean
    HealthIndicator sendingHealthIndicator(List<WorkLoop> loops, Senders senders) {
        return () -> Stream.concat(
                        senders.failure().stream(),
                        loops.stream().map(WorkLoop::failure).flatMap(Optional::stream))
                .findFirst()
                .map(failure ->
                        Health.down().withDetail("failure", failure.getClass().getName()))
                .orElseGet(Health::up)
                .build();
    }

    @Bean
    MeterBinder sendingMeters(SendingGate gate, CircuitBreaker breaker) {
        return meters -> {
            Gauge.builder(
                            "fiscalization.sending.stopped",
                            gate,
                            it -> it.closedFor().isPresent() ? 1 : 0)
                    .description("1 while no receipt may be sent because the credentials are refused")
                    .register(meters);
            Gauge.builder(
                            "fiscalization.atol.breaker.open",
                            breaker,
                            it -> it.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                    .description("1 while sending pauses because ATOL Online does not answer")
                    .register(meters);
        };
    }
}
