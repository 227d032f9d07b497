package io.refundtool.refund.recovery.rebuild;

import static io.refundtool.refund.recovery.rebuild.Finding.Kind.OVERTAKEN;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes what is missing, under the ids and with the bytes that it always had. Whoever repairs again finds it published:
 * nothing is written twice by that.
 */
final class Repair {

    private Repair() {}

    /** Returns how many were published, when all copies have them. */
    static long publish(KafkaSettings kafka, Map<Integer, List<Missing>> byPartition, boolean overtakenToo) {
        Map<String, Object> properties = KafkaClients.producerProperties(kafka, "recovery-repair");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            byPartition.forEach((partition, missing) -> missing.stream()
                    .filter(each -> overtakenToo || each.kind() != OVERTAKEN)
                    .forEach(each -> sent.add(producer.send(each.output().in(partition)))));
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            return sent.size();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "Expected Kafka to take what is missing, but: %s; repair again".formatted(cause.getMessage()),
                    cause);
        }
    }
}
