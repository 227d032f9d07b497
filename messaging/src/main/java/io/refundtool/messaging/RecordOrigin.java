package io.refundtool.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record stood.
 *
 * @param timestampMs the record's timestamp in milliseconds since 1970
 */
public record RecordOrigin(String topic, int partition, long offset, long timestampMs) {

    public static RecordOrigin of(ConsumerRecord<?, ?> kafkaRecord) {
        return new RecordOrigin(
                kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset(), kafkaRecord.timestamp());
    }

    /** What names the record for good, its dead letter too: {@code topic-partition-offset}. */
    public String id() {
        return topic + "-" + partition + "-" + offset;
    }

    /** For logs: {@code topic-partition@offset}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
