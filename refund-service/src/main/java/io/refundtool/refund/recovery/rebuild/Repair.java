package io.refundtool.refund.recovery.rebuild;

import static io.refundtool.refund.recovery.rebuild.Finding.Kind.OVERTAKEN;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
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
 * nothing is written twice by that. Safe for several threads.
 */
final class Repair implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final boolean overtakenToo;
    private final Tally tally;

    Repair(KafkaSettings kafka, boolean overtakenToo, Tally tally) {
        Map<String, Object> properties = KafkaClients.producerProperties(kafka, "recovery-repair");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.overtakenToo = overtakenToo;
        this.tally = tally;
    }

    /** Returns when all copies have them. */
    void publish(int partition, List<Missing> missing) {
        List<Future<RecordMetadata>> sent = missing.stream()
                .filter(each -> overtakenToo || each.kind() != OVERTAKEN)
                .map(each -> producer.send(each.output().in(partition)))
                .toList();
        producer.flush();
        sent.forEach(Repair::requireWritten);
        tally.published.add(sent.size());
    }

    private static void requireWritten(Future<RecordMetadata> sent) {
        try {
            RecordMetadata _ = sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "Expected Kafka to take what is missing, but: %s; repair again".formatted(cause.getMessage()),
                    cause);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
