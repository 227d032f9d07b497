package io.refundtool.refund.updates;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the topic of updates by itself, without a group: whoever reads it so misses nothing and takes nothing from others. */
final class UpdateLog implements AutoCloseable {

    /** Only to name the reader; no offset is committed under it. */
    private static final String GROUP = "refund-service-updates";

    private static final AtomicLong NUMBER = new AtomicLong();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = Positions.partitions().toList();

    private UpdateLog(KafkaSettings kafka) {
        consumer = KafkaClients.consumer(kafka, GROUP + "-" + NUMBER.incrementAndGet(), GROUP);
        consumer.assign(partitions);
    }

    /** From the end, as far as transactions have ended. */
    static UpdateLog atEnd(KafkaSettings kafka) {
        UpdateLog log = new UpdateLog(kafka);
        log.seek(log.end());
        return log;
    }

    /** From positions that may lie before what is kept, or behind the end. */
    static UpdateLog from(KafkaSettings kafka, Positions positions) {
        UpdateLog log = new UpdateLog(kafka);
        log.seek(positions.latest(log.begin()).earliest(log.end()));
        return log;
    }

    Positions begin() {
        return Positions.of(consumer.beginningOffsets(partitions));
    }

    Positions end() {
        return Positions.of(consumer.endOffsets(partitions));
    }

    Positions position() {
        long[] next = partitions.stream().mapToLong(consumer::position).toArray();
        return Positions.of(next);
    }

    /** The next updates; none when there were none for a while. */
    List<Told> poll(Duration wait) {
        List<Told> told = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> each : consumer.poll(wait)) {
            Told.of(each).ifPresent(told::add);
        }
        return told;
    }

    private void seek(Positions positions) {
        partitions.forEach(partition -> consumer.seek(partition, positions.in(partition)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
