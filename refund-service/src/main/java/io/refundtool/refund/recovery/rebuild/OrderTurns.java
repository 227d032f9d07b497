package io.refundtool.refund.recovery.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of one order in the order in which they were decided; what comes before its turn waits. */
final class OrderTurns {

    private final TreeSet<Long> expected = new TreeSet<>();
    private final Map<Long, ConsumerRecord<byte[], byte[]>> waiting = new HashMap<>();

    void expect(long number) {
        expected.add(number);
    }

    /** An event whose topic has forgotten it: it waits for its turn from the beginning. */
    void forgotten(long number, ConsumerRecord<byte[], byte[]> record) {
        expected.add(number);
        waiting.put(number, record);
    }

    void remove(long number) {
        expected.remove(number);
        waiting.remove(number);
    }

    boolean has(long number) {
        return expected.contains(number);
    }

    /** Takes an event, and gives those whose turn it then is. */
    List<ConsumerRecord<byte[], byte[]>> arrived(long number, ConsumerRecord<byte[], byte[]> record) {
        waiting.put(number, record);
        return ready();
    }

    /** Those whose turn it is. */
    List<ConsumerRecord<byte[], byte[]>> ready() {
        List<ConsumerRecord<byte[], byte[]>> ready = new ArrayList<>(1);
        Optional<ConsumerRecord<byte[], byte[]>> next = next();
        while (next.isPresent()) {
            ready.add(next.get());
            expected.removeFirst();
            next = next();
        }
        return ready;
    }

    /** All that still wait, whether what was before them came or not. */
    List<ConsumerRecord<byte[], byte[]>> rest() {
        List<ConsumerRecord<byte[], byte[]>> rest = new ArrayList<>();
        waiting.keySet().stream().sorted().forEach(number -> rest.add(waiting.get(number)));
        waiting.clear();
        expected.clear();
        return rest;
    }

    private Optional<ConsumerRecord<byte[], byte[]>> next() {
        return expected.isEmpty() ? Optional.empty() : Optional.ofNullable(waiting.remove(expected.getFirst()));
    }
}
