package io.refundtool.messaging;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the database of a reading says that it stands. It knows better than Kafka, since a database that is lost, or
 * restored from a backup, goes back in time, and Kafka's offsets of the group do not.
 */
public interface ReadPositions {

    /** The offset of what is to be read next of each partition of which something was read, as the database has it now. */
    Map<TopicPartition, Long> stored();

    /** The same as far as this process knows without asking: what is committed in the database for certain. */
    Map<TopicPartition, Long> known();

    /** From now on the database is known to stand there; called when a partition is assigned, or has gone back. */
    void standsAt(TopicPartition partition, long nextOffset);

    /**
     * Whether reading may simply go back with a database that goes back while the service runs. Where events cause more
     * than rows, somebody has to look first what was done, and that is at start.
     */
    boolean mayGoBackAtAnyTime();
}
