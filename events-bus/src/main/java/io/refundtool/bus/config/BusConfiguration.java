package io.refundtool.bus.config;

import io.refundtool.bus.jsonrpc.PublishMethod;
import io.refundtool.bus.jsonrpc.RpcDispatcher;
import io.refundtool.bus.publish.BatchPublisher;
import io.refundtool.bus.publish.BatchReader;
import io.refundtool.bus.publish.KnownContents;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.LateStartHealth;
import io.refundtool.messaging.TopicProvisioner;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the gateway together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, BusSettings.class})
class BusConfiguration {

    private static final String CLIENT_ID = "events-bus";

    @Bean
    EventTypes eventTypes() {
        return new EventTypes();
    }

    @Bean
    EventLog eventLog(KafkaSettings kafka, BusSettings bus) {
        return EventLog.open(kafka, CLIENT_ID, bus.deliveryTimeout(), bus.maxBlock());
    }

    @Bean
    BatchReader batchReader() {
        return new BatchReader();
    }

    @Bean
    BatchPublisher batchPublisher(EventLog log) {
        return new BatchPublisher(log, new KnownContents(), InstantSource.system());
    }

    @Bean
    RpcDispatcher rpcDispatcher(EventTypes eventTypes, BatchReader reader, BatchPublisher publisher) {
        return new RpcDispatcher(List.of(new PublishMethod(eventTypes, reader, publisher)));
    }

    /** The gateway starts while Kafka is away; it is ready when the topics that it writes to are there. */
    @Bean
    LateStart lateStart(KafkaSettings kafka, EventLog log, EventTypes eventTypes) {
        List<Topic> written = Arrays.stream(EventType.values())
                .filter(eventTypes::isPublishable)
                .map(EventType::topic)
                .distinct()
                .toList();
        return new LateStart(
                List.of(
                        () -> new TopicProvisioner(kafka).ensure(written),
                        () -> written.forEach(topic -> log.prepare(topic.topicName()))),
                List.of());
    }

    @Bean
    LateStartHealth startHealthIndicator(LateStart start) {
        return new LateStartHealth(start);
    }
}
