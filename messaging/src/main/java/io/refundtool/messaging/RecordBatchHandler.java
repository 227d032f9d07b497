package io.refundtool.messaging;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a reader does with the records of one poll, whatever they hold. */
@FunctionalInterface
public interface RecordBatchHandler {

    /**
     * Handles all of the records or, by throwing, none of them. They may come again after a crash.
     *
     * @param batch in the order of their partitions, never empty, at most {@link KafkaClients#MAX_POLL_RECORDS}
     */
    void handle(List<ConsumerRecord<byte[], byte[]>> batch);

    /** Where its database stands; without, the group's offsets in Kafka are all there is. */
    default Optional<ReadPositions> positions() {
        return Optional.empty();
    }
}
