package io.refundtool.messaging;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Decodes events, handles them, sends dead letters, and lets events go on that waited for their turn. */
final class EventWork implements PolledWork {

    private final EventDecoder decoder;
    private final BatchWorker worker;
    private final WaitingWorker waiting;
    private final DeadLetterWriter deadLetters;
    private final PendingWork pending = new PendingWork();

    EventWork(EventDecoder decoder, BatchWorker worker, WaitingWorker waiting, DeadLetterWriter deadLetters) {
        this.decoder = decoder;
        this.worker = worker;
        this.waiting = waiting;
        this.deadLetters = deadLetters;
    }

    @Override
    public boolean isEmpty() {
        return pending.isEmpty();
    }

    @Override
    public void take(ConsumerRecords<byte[], byte[]> records) {
        decoder.decode(records, pending);
    }

    @Override
    public void work() {
        worker.work(pending);
        deadLetters.send(pending.deadLetters());
        pending.deadLettersDone();
        waiting.workWhenDue();
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> offsets() {
        return pending.offsets();
    }

    @Override
    public void drop(Collection<TopicPartition> partitions) {
        pending.drop(partitions);
    }

    @Override
    public void clear() {
        pending.clear();
    }

    @Override
    public void close() {
        deadLetters.close();
    }
}
