package io.refundtool.messaging.deadletters;

import io.refundtool.messaging.RecordBatchHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a service's dead letters into its database. The offset that was read is stored in the same transaction; a letter
 * that was sent twice for one failure is known by its attempt.
 */
public final class DeadLetterProjection implements RecordBatchHandler {

    private static final String OFFSETS = "select partition, next_offset from dead_letter_offset for update";

    private static final String ADVANCE = """
            insert into dead_letter_offset (partition, next_offset) values (?, ?)
            on conflict (partition) do update set next_offset = excluded.next_offset
            """;

    private final JdbcTemplate jdbc;
    private final DeadLetterTable letters;
    private final TransactionTemplate transactions;

    public DeadLetterProjection(
            JdbcTemplate jdbc, DeadLetterTable letters, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
        transactions.executeWithoutResult(_ -> project(batch));
    }

    private void project(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<Integer, Long> next = offsets();
        for (ConsumerRecord<byte[], byte[]> letter : batch) {
            if (letter.offset() >= next.getOrDefault(letter.partition(), 0L)) {
                letters.store(letter);
                next.put(letter.partition(), letter.offset() + 1);
            }
        }
        jdbc.batchUpdate(
                ADVANCE,
                next.entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                        .toList());
    }

    private Map<Integer, Long> offsets() {
        Map<Integer, Long> offsets = new HashMap<>();
        jdbc.query(OFFSETS, row -> {
            offsets.put(row.getInt(1), row.getLong(2));
        });
        return offsets;
    }
}
