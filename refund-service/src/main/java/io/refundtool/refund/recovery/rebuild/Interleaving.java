package io.refundtool.refund.recovery.rebuild;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which record of several topics is decided next. The order within a topic is always kept. */
interface Interleaving {

    /** Null when all are read. */
    @Nullable
    ConsumerRecord<byte[], byte[]> next();

    /** By the records' timestamps, as Kafka Streams does it with what it has at hand. */
    static Interleaving byTime(FactReader facts) {
        return () -> {
            int first = -1;
            long earliest = Long.MAX_VALUE;
            for (int topic = 0; topic < Cut.FACTS.size(); topic++) {
                ConsumerRecord<byte[], byte[]> head = facts.head(topic);
                if (head != null && (first < 0 || head.timestamp() < earliest)) {
                    first = topic;
                    earliest = head.timestamp();
                }
            }
            return first < 0 ? null : facts.take(first);
        };
    }
}
