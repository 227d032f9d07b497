package io.refundtool.refund.recovery.rebuild;

import static java.util.stream.Collectors.toMap;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.recovery.offsets.Offsets;
import io.refundtool.refund.streams.PartitionFold;
import io.refundtool.refund.streams.RefundTopology;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What all slices share. The outputs' ends are looked up before the cut, to know which outputs certainly have a cause that
 * is read, and after it, to have the outputs of all that is read.
 *
 * @param knownUpdates ends of the announcements before the cut, by partition
 * @param oldSequence the changelog of the old application's event sequence, if it is there and wanted
 */
record Frame(
        Cut cut,
        Map<Integer, Long> knownUpdates,
        Map<Integer, Long> knownLetters,
        Ends updates,
        Published letters,
        Optional<Ends> oldSequence,
        Findings findings,
        Tally tally) {

    static Frame of(KafkaSettings kafka, Offsets offsets, RebuildRequest request, Findings findings) {
        Map<Integer, Long> knownUpdates = byPartition(Ends.of(offsets, Topic.REFUND_UPDATE_V1.topicName()));
        Map<Integer, Long> knownLetters =
                byPartition(Ends.of(offsets, Topic.REFUND_SERVICE_DEAD_LETTER_V1.topicName()));
        Cut cut = Cut.of(offsets, request.from());
        String sequence = PartitionFold.changelog(request.from(), RefundTopology.ORDER_EVENT_SEQUENCE);
        boolean follow = request.followOldOrder() && offsets.topics().contains(sequence);
        return new Frame(
                cut,
                knownUpdates,
                knownLetters,
                Ends.of(offsets, Topic.REFUND_UPDATE_V1.topicName()),
                letters(kafka, offsets, findings),
                follow ? Optional.of(Ends.of(offsets, sequence)) : Optional.empty(),
                findings,
                new Tally());
    }

    /** All of them: there are few, and one without a key may be in any partition. */
    private static Published letters(KafkaSettings kafka, Offsets offsets, Findings findings) {
        Topic topic = Topic.REFUND_SERVICE_DEAD_LETTER_V1;
        Ends ends = Ends.of(offsets, topic.topicName());
        boolean truncated = ends.begins().values().stream().anyMatch(begin -> begin > 0);
        Published letters = new Published(topic, truncated, findings);
        ends.ends()
                .forEach((partition, end) ->
                        WholePartition.read(kafka, partition, ends.begin(partition), end, letters::add));
        return letters;
    }

    /** How many slices a partition needs. */
    int slices(int partition, long maxEvents) {
        long kept = oldSequence
                .map(ends -> ends.records(new TopicPartition(ends.topic(), partition)))
                .orElse(0L);
        return Math.toIntExact(Math.max(1, Math.ceilDiv(Math.max(kept, cut.records(partition)), maxEvents)));
    }

    private static Map<Integer, Long> byPartition(Ends ends) {
        return ends.ends().entrySet().stream().collect(toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }
}
