package io.refundtool.refund.recovery.rebuild;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records by their timestamps, but the events of each order in the order in which they were decided before: what comes too
 * early waits. Orders have nothing to do with each other, so nothing else matters. What was not decided (duplicates, records
 * that could not be read) and what is newer does not wait.
 */
final class AsDecided implements Interleaving {

    private final Interleaving byTime;
    private final OldSequence sequence;
    private final Iterator<OrderTurns> beginnings;
    private final Queue<ConsumerRecord<byte[], byte[]>> ready = new ArrayDeque<>();
    private @Nullable Iterator<OrderTurns> ends;

    AsDecided(FactReader facts, OldSequence sequence) {
        this.byTime = Interleaving.byTime(facts);
        this.sequence = sequence;
        this.beginnings = sequence.orders().iterator();
    }

    @Override
    public @Nullable ConsumerRecord<byte[], byte[]> next() {
        while (ready.isEmpty() && beginnings.hasNext()) {
            ready.addAll(beginnings.next().ready());
        }
        while (ready.isEmpty()) {
            ConsumerRecord<byte[], byte[]> record = byTime.next();
            if (record == null) {
                return last();
            }
            Optional<OldSequence.Turn> turn = sequence.turnOf(record);
            if (turn.isEmpty()) {
                return record;
            }
            ready.addAll(turn.get().order().arrived(turn.get().number(), record));
        }
        return ready.poll();
    }

    /** What waited for something that never came. */
    private @Nullable ConsumerRecord<byte[], byte[]> last() {
        if (ends == null) {
            ends = sequence.orders().iterator();
        }
        while (ready.isEmpty() && ends.hasNext()) {
            ready.addAll(ends.next().rest());
        }
        return ready.poll();
    }
}
