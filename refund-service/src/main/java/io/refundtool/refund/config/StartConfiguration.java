package io.refundtool.refund.config;

import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.LateStartHealth;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.messaging.postgres.RetryRelay;
import io.refundtool.refund.streams.RefundTopology;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The start, which waits for Kafka: topics are there before anybody reads them. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    LateStart lateStart(
            KafkaSettings kafka, EventConsumer refundProjectionConsumer, RetryRelay relay, List<LateStarted> parts) {
        TopicProvisioner provisioner = new TopicProvisioner(kafka);
        return new LateStart(
                List.of(
                        () -> provisioner.ensure(RefundTopology.topics()),
                        refundProjectionConsumer::start,
                        relay::start),
                parts);
    }

    @Bean
    LateStartHealth startHealthIndicator(LateStart start) {
        return new LateStartHealth(start);
    }
}
