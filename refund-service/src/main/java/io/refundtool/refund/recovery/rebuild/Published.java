package io.refundtool.refund.recovery.rebuild;

import io.refundtool.events.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a topic of outputs, as much of it as comparing needs: 100 bytes or so for each record. Safe for several
 * threads.
 */
final class Published {

    /** One record. */
    record Entry(long checksum, int partition, long offset, long timestamp) {

        String place(Topic topic) {
            return topic.topicName() + "-" + partition + "@" + offset;
        }
    }

    private final Topic topic;
    private final boolean truncated;
    private final Findings findings;
    private final Map<UUID, Entry> byId = new HashMap<>();
    private long firstTimestamp = Long.MAX_VALUE;

    /** @param truncated whether the topic has forgotten its first records */
    Published(Topic topic, boolean truncated, Findings findings) {
        this.topic = topic;
        this.truncated = truncated;
        this.findings = findings;
    }

    synchronized void add(ConsumerRecord<byte[], byte[]> record) {
        Output output = new Output(topic, record.key(), record.value(), record.headers());
        Entry entry = new Entry(output.checksum(), record.partition(), record.offset(), record.timestamp());
        firstTimestamp = Math.min(firstTimestamp, record.timestamp());
        if (byId.putIfAbsent(output.shortId(), entry) != null) {
            findings.add(output.finding(Finding.Kind.TWICE, entry.place(topic)));
        }
    }

    /** The record of that id, which is then known to follow; null if there is none. */
    synchronized @Nullable Entry take(UUID id) {
        return byId.remove(id);
    }

    /** Whether a record of that time may have been there. */
    synchronized boolean hasForgotten(long timestamp) {
        return truncated && timestamp < firstTimestamp;
    }

    /**
     * Tells which records nobody took.
     *
     * @param firstFact when the oldest event was written that was read; what is older may follow from forgotten ones
     * @param known offsets at which it is certain that their cause was read, by partition
     */
    synchronized void tellAdditional(long firstFact, Map<Integer, Long> known, Tally tally) {
        byId.forEach((id, entry) -> {
            if (entry.timestamp() < firstFact) {
                tally.older.increment();
            } else if (entry.offset() < known.getOrDefault(entry.partition(), Long.MAX_VALUE)) {
                findings.add(new Finding(Finding.Kind.ADDITIONAL, id.toString(), "", "", "", entry.place(topic)));
            }
        });
    }
}
