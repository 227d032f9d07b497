package io.refundtool.sandbox.scenario;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.topic.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.header.Headers;

/** Everything that refund-service announces, by order, in the order in which it is announced. */
final class Facts implements AutoCloseable {

    private static final String NAME = "scenarios";

    private final Map<String, List<Envelope<?>>> byOrder = new ConcurrentHashMap<>();
    private final TopicReader reader;

    Facts(KafkaSettings kafka) {
        this.reader = new TopicReader(kafka, NAME, Topic.REFUND_UPDATE_V1, Map.of(), Facts::all, events -> {
            for (Envelope<?> event : events) {
                of(event.event().orderId()).add(event);
            }
        });
        reader.start();
    }

    List<Envelope<?>> of(String orderId) {
        return byOrder.computeIfAbsent(orderId, _ -> new CopyOnWriteArrayList<>());
    }

    private static boolean all(Headers headers) {
        return true;
    }

    @Override
    public void close() {
        reader.close();
    }
}
