package io.refundtool.messaging;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What follows from a poll; it keeps what is left to do until all of it is done. */
interface PolledWork extends AutoCloseable {

    /** Whether nothing of the last poll is left to do. */
    boolean isEmpty();

    /** Takes what was polled; called only while {@link #isEmpty()}. */
    void take(ConsumerRecords<byte[], byte[]> records);

    /** Does what is left, and what else is due; what it throws leaves the rest to be done. */
    void work();

    /** What to commit when the work is done. */
    Map<TopicPartition, OffsetAndMetadata> offsets();

    /** Forgets what belongs to these partitions: whoever has them now reads it again. */
    void drop(Collection<TopicPartition> partitions);

    /** Forgets everything. */
    void clear();

    @Override
    void close();
}
