package io.refundtool.sandbox.scenario;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.Traces;
import io.refundtool.sandbox.gateway.GatewayClient;
import io.refundtool.sandbox.gateway.GatewayEvent;
import io.refundtool.sandbox.gateway.Publisher;
import io.refundtool.sandbox.system.ScenarioSystem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * Speaks to the system as everybody does: BOB and Payment through events-bus, operators through refund-service's API, the
 * other services by their topics. A deadline is told by its topic too, since the real ones take minutes.
 */
final class World implements AutoCloseable {

    private static final String NAME = "scenarios";
    private static final String STATE_MACHINE = "refund-service";
    private static final String TRACEPARENT = Traces.newTraceparent();

    private final GatewayClient gateway;
    private final Publisher publisher;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;

    World(ScenarioSystem system) {
        this.gateway = system.gateway();
        this.publisher = new Publisher(gateway);
        this.producer = KafkaClients.producer(system.kafka(), NAME);
        this.admin = KafkaClients.admin(system.kafka(), NAME);
    }

    /** Returns when the event is in the log. */
    void tell(String eventId, Instant time, Event event) throws InterruptedException {
        Topic topic = event.eventType().topic();
        if (topic.through().isPresent()) {
            publisher.publishInOrder(List.of(GatewayEvent.of(event, eventId, time, TRACEPARENT)));
            return;
        }
        try {
            producer.send(CloudEvents.toRecord(new Envelope<>(eventId, "/" + topic.writer(), time, TRACEPARENT, event)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a topic ends now. */
    Map<TopicPartition, Long> ends(Topic topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the state machine has read as far as that, and what it made of it is in the log. */
    boolean hasRead(Map<TopicPartition, Long> ends) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(STATE_MACHINE)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata committed = read.get(end.getKey());
                return end.getValue() == 0 || (committed != null && committed.offset() >= end.getValue());
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long offset(ListOffsetsResultInfo end) {
        return end.offset();
    }

    @Override
    public void close() {
        gateway.close();
        producer.close();
        admin.close();
    }
}
