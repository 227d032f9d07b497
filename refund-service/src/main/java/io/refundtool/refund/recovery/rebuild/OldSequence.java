package io.refundtool.refund.recovery.rebuild;

import io.refundtool.messaging.CloudEvents;
import io.refundtool.refund.streams.SequenceEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Bytes;

/**
 * In which order an application decided the events of each order of a slice, by the changelog of its event sequence. It
 * also has the events whose topics have forgotten them.
 */
final class OldSequence {

    /** Where an event stood. */
    private record Place(String topic, long offset) {}

    /** The order that an event is of, and its number there. */
    record Turn(OrderTurns order, long number) {}

    private final Slice slice;
    private final Cut cut;
    private final Map<Bytes, OrderTurns> orders = new HashMap<>();
    private final Map<Place, Turn> turns = new HashMap<>();

    OldSequence(Slice slice, Cut cut) {
        this.slice = slice;
        this.cut = cut;
    }

    /** Takes a record of the changelog. */
    void add(ConsumerRecord<byte[], byte[]> change) {
        byte[] orderId = orderId(change.key());
        if (!slice.has(orderId)) {
            return;
        }
        OrderTurns order = orders.computeIfAbsent(Bytes.wrap(orderId), _ -> new OrderTurns());
        if (change.value() == null) {
            // The order has left the stores, and nobody wants its events back from here.
            order.remove(number(change.key()));
        } else {
            add(order, orderId, SequenceEntry.read(change.value()), change.timestamp());
        }
    }

    /** Whose turn the record's event is; empty for one that was not decided, or is of an order that has left. */
    Optional<Turn> turnOf(ConsumerRecord<?, ?> record) {
        return Optional.ofNullable(turns.get(new Place(record.topic(), record.offset())))
                .filter(turn -> turn.order().has(turn.number()));
    }

    Collection<OrderTurns> orders() {
        return orders.values();
    }

    private void add(OrderTurns order, byte[] orderId, SequenceEntry entry, long timestamp) {
        SequenceEntry.Origin origin = entry.origin();
        TopicPartition at = new TopicPartition(origin.topic(), slice.partition());
        if (origin.offset() < cut.begin(at)) {
            order.forgotten(entry.sequence(), forgotten(entry, orderId, timestamp));
        } else if (origin.offset() < cut.end(at)) {
            order.expect(entry.sequence());
            turns.put(new Place(origin.topic(), origin.offset()), new Turn(order, entry.sequence()));
        }
    }

    private static ConsumerRecord<byte[], byte[]> forgotten(SequenceEntry entry, byte[] orderId, long timestamp) {
        byte[] data = entry.data().getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                entry.origin().topic(),
                entry.origin().partition(),
                entry.origin().offset(),
                timestamp,
                TimestampType.CREATE_TIME,
                orderId.length,
                data.length,
                orderId,
                data,
                CloudEvents.headers(entry.envelope()),
                Optional.empty());
    }

    /** What stands before the first zero byte of the key. */
    private static byte[] orderId(byte[] key) {
        int length = 0;
        while (length < key.length && key[length] != 0) {
            length++;
        }
        return Arrays.copyOf(key, length);
    }

    private static long number(byte[] key) {
        return ByteBuffer.wrap(key, key.length - Long.BYTES, Long.BYTES).getLong();
    }
}
