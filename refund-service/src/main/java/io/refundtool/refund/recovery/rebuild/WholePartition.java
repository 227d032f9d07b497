package io.refundtool.refund.recovery.rebuild;

import io.refundtool.messaging.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads one partition from one offset to another. */
final class WholePartition {

    private static final Duration POLL = Duration.ofMillis(200);

    private WholePartition() {}

    static void read(
            KafkaSettings kafka,
            TopicPartition partition,
            long begin,
            long end,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        if (begin >= end) {
            return;
        }
        String clientId = "recovery-" + partition;
        try (KafkaConsumer<byte[], byte[]> consumer = RawConsumers.at(kafka, clientId, Map.of(partition, begin))) {
            // The position passes markers of transactions, which are no records.
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                    if (record.offset() < end) {
                        reader.accept(record);
                    }
                }
            }
        }
    }
}
