package io.refundtool.refund.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Alarms in the order of time, so that what is due is found by reading from the start. A refund has one alarm at most:
 * mostly it is answered before, and then setting and removing the alarm is all that its deadlines cost.
 */
final class DeadlineStore {

    private final KeyValueStore<Bytes, byte[]> alarms;

    /**
     * No alarm is earlier. A scan from the very start would pass all that was removed there and not yet compacted away,
     * each time.
     */
    private Instant start = Instant.EPOCH;

    DeadlineStore(KeyValueStore<Bytes, byte[]> alarms) {
        this.alarms = alarms;
    }

    void put(Alarm alarm) {
        alarms.put(AlarmBytes.key(alarm.at(), alarm.orderId(), alarm.refundId()), AlarmBytes.value(alarm));
        if (alarm.at().isBefore(start)) {
            start = alarm.at();
        }
    }

    void remove(Instant at, String orderId, String refundId) {
        alarms.delete(AlarmBytes.key(at, orderId, refundId));
    }

    /** Takes the alarms that are due, the longest overdue first, out of the store. */
    List<Alarm> take(Instant now, int max) {
        if (now.isBefore(start)) {
            return List.of();
        }
        List<Bytes> keys = new ArrayList<>();
        List<Alarm> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = alarms.range(AlarmBytes.from(start), AlarmBytes.after(now))) {
            while (range.hasNext() && due.size() < max) {
                KeyValue<Bytes, byte[]> entry = range.next();
                keys.add(entry.key);
                due.add(AlarmBytes.read(entry.key, entry.value));
            }
        }
        keys.forEach(alarms::delete);
        start = due.size() < max ? now : due.getLast().at();
        return due;
    }

    /** How many alarms are due and still in the store; it counts no further than to a limit. */
    int overdue(Instant now, int limit) {
        if (now.isBefore(start)) {
            return 0;
        }
        int overdue = 0;
        try (KeyValueIterator<Bytes, byte[]> range = alarms.range(AlarmBytes.from(start), AlarmBytes.after(now))) {
            while (range.hasNext() && overdue < limit) {
                range.next();
                overdue++;
            }
        }
        return overdue;
    }
}
