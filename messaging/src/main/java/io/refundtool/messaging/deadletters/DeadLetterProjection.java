package io.refundtool.messaging.deadletters;

import io.refundtool.events.Topic;
import io.refundtool.messaging.ReadPositions;
import io.refundtool.messaging.RecordBatchHandler;
import io.refundtool.messaging.postgres.StoredOffsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a service's dead letters into its database. The offset that was read is stored in the same transaction; a letter
 * that was sent twice for one failure is known by its attempt.
 */
public final class DeadLetterProjection implements RecordBatchHandler {

    private static final String OFFSETS = "dead_letter_offset";

    private final StoredOffsets offsets;
    private final DeadLetterTable letters;
    private final TransactionTemplate transactions;

    /**
     * A projection.
     *
     * @param topic the service's dead letters
     */
    public DeadLetterProjection(
            JdbcTemplate jdbc, Topic topic, DeadLetterTable letters, PlatformTransactionManager transactionManager) {
        this.offsets = StoredOffsets.ofProjection(jdbc, topic, OFFSETS);
        this.letters = letters;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
        transactions.executeWithoutResult(_ -> project(batch));
    }

    /** Goes on where Kafka was told to be, wherever the database stands. */
    RecordBatchHandler fromOffsetsOfKafka() {
        return batch -> transactions.executeWithoutResult(_ -> project(batch));
    }

    private void project(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<Integer, Long> next = new HashMap<>(offsets.lock(
                batch.stream().map(ConsumerRecord::partition).distinct().toList()));
        for (ConsumerRecord<byte[], byte[]> letter : batch) {
            if (letter.offset() >= next.getOrDefault(letter.partition(), 0L)) {
                letters.store(letter);
                next.put(letter.partition(), letter.offset() + 1);
            }
        }
        offsets.advance(next);
    }

    @Override
    public Optional<ReadPositions> positions() {
        return Optional.of(offsets);
    }
}
