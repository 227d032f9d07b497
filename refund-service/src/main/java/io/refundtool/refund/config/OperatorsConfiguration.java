package io.refundtool.refund.config;

import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.operators.DecisionHistory;
import io.refundtool.refund.operators.OperatorDecisions;
import io.refundtool.refund.operators.OperatorsSettings;
import io.refundtool.refund.operators.RoutedRefunds;
import io.refundtool.refund.query.OrderRouting;
import io.refundtool.refund.query.RefundQueries;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operators' decisions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorsSettings.class)
class OperatorsConfiguration {

    private static final String CLIENT_ID = "refund-service-operators";

    /** As fine as events keep time. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Bean
    EventLog decisionLog(KafkaSettings kafka, OperatorsSettings settings) {
        return EventLog.open(kafka, CLIENT_ID, settings.deliveryTimeout(), settings.maxBlock());
    }

    @Bean
    DecisionHistory decisionHistory(RefundQueries queries) {
        return new DecisionHistory(queries);
    }

    @Bean
    OperatorDecisions operatorDecisions(DecisionHistory history, OrderRouting routing, EventLog decisionLog) {
        return new OperatorDecisions(
                new RoutedRefunds(history, routing), decisionLog, Clock.tick(Clock.systemUTC(), TICK));
    }
}
