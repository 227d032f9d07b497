package io.refundtool.refund.recovery.rebuild;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.streams.PartitionFold;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Decides the events of one slice anew, compares what follows, and hands over what the stores then hold. */
final class SliceRun {

    private final KafkaSettings kafka;
    private final PartitionFold.Settings settings;
    private final Frame frame;
    private final Slice slice;

    SliceRun(KafkaSettings kafka, PartitionFold.Settings settings, Frame frame, Slice slice) {
        this.kafka = kafka;
        this.settings = settings;
        this.frame = frame;
        this.slice = slice;
    }

    int partition() {
        return slice.partition();
    }

    /** What is missing, in the order in which it follows. */
    List<Missing> run(Optional<Changelogs> changelogs, AtomicBoolean stop) {
        Published updates = published();
        Comparison comparison =
                new Comparison(slice.partition(), updates, frame.letters(), frame.findings(), frame.tally());
        PartitionFold fold = new PartitionFold(settings, comparison::follows);
        long firstFact = decideAll(fold, stop);
        if (stop.get()) {
            return List.of();
        }
        updates.tellAdditional(firstFact, frame.knownUpdates(), frame.tally());
        changelogs.ifPresent(logs -> logs.write(slice.partition(), fold));
        return comparison.missing();
    }

    /** Returns when the oldest of them was written, if older ones are forgotten. */
    private long decideAll(PartitionFold fold, AtomicBoolean stop) {
        long first = Long.MAX_VALUE;
        try (FactReader facts = new FactReader(kafka, frame.cut(), slice)) {
            Interleaving order = interleaving(facts);
            ConsumerRecord<byte[], byte[]> record = order.next();
            while (record != null && !stop.get()) {
                first = Math.min(first, record.timestamp());
                frame.tally().read.increment();
                if (slice.has(record.key())) {
                    fold.process(record);
                    frame.tally().decided.increment();
                }
                record = order.next();
            }
        }
        return frame.cut().truncated().isEmpty() ? Long.MIN_VALUE : first;
    }

    private Interleaving interleaving(FactReader facts) {
        return frame.oldSequence()
                .<Interleaving>map(changelog -> new AsDecided(facts, sequence(changelog)))
                .orElseGet(() -> Interleaving.byTime(facts));
    }

    private OldSequence sequence(Ends changelog) {
        OldSequence sequence = new OldSequence(slice, frame.cut());
        TopicPartition partition = new TopicPartition(changelog.topic(), slice.partition());
        WholePartition.read(kafka, partition, changelog.begin(partition), changelog.end(partition), sequence::add);
        return sequence;
    }

    private Published published() {
        TopicPartition partition = Cut.at(Topic.REFUND_UPDATE_V1, slice.partition());
        Ends ends = frame.updates();
        Published published = new Published(Topic.REFUND_UPDATE_V1, ends.begin(partition) > 0, frame.findings());
        WholePartition.read(kafka, partition, ends.begin(partition), ends.end(partition), record -> {
            if (slice.has(record.key())) {
                published.add(record);
            }
        });
        return published;
    }
}
