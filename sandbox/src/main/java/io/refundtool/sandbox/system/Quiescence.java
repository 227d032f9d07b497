package io.refundtool.sandbox.system;

import io.refundtool.events.Topic;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.payment.RefundReturned;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.events.payment.ReversalDeclined;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.topic.ReadingGroups;
import io.refundtool.sandbox.topic.RefundKey;
import io.refundtool.sandbox.topic.TopicScan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells whether anything is still under way that could change a refund by itself: something a simulator will say, work
 * of a service that is in no topic yet, an event that somebody has not read, or a reversal that is waited for.
 *
 * <p>The last is all that refund-service's timers wait for when every refund is at its end: a refund on hold waits for
 * nobody's clock, and one that is final only for the way back of money that was paid twice.
 */
public final class Quiescence {

    private static final List<Topic> TOPICS =
            Arrays.stream(Topic.values()).filter(topic -> !topic.deadLetters()).toList();

    private final Supplier<List<String>> scheduled;
    private final TopicScan topics;
    private final ReadingGroups groups;

    /**
     * A look at a running system.
     *
     * @param scheduled a sentence for each sort of work that is known outside of topics
     */
    Quiescence(KafkaSettings settings, Supplier<List<String>> scheduled) {
        this.scheduled = scheduled;
        this.topics = new TopicScan(settings);
        this.groups = new ReadingGroups(settings);
    }

    /** Sentences that name what is under way; none when nothing is and nothing was while this looked. */
    public List<String> underWay() throws InterruptedException {
        List<String> known = scheduled.get();
        if (!known.isEmpty()) {
            return known;
        }
        Log log = new Log();
        topics.records(TOPICS, log::read);
        List<String> behind = groups.behind(log.lastOffsets);
        if (!behind.isEmpty()) {
            return behind;
        }
        List<String> awaited = log.awaitedReversals();
        if (!awaited.isEmpty()) {
            return awaited;
        }
        Log later = new Log();
        topics.records(TOPICS, later::count);
        return later.lastOffsets.equals(log.lastOffsets) ? scheduled.get() : List.of("events are being written");
    }

    /** What all topics say at one time. */
    private static final class Log {

        private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();
        private final Map<RefundKey, RefundStatus> statuses = new HashMap<>();
        private final Map<String, RefundKey> toReverse = new HashMap<>();
        private final Set<String> settled = new HashSet<>();

        void count(ConsumerRecord<String, byte[]> received) {
            lastOffsets.merge(new TopicPartition(received.topic(), received.partition()), received.offset(), Math::max);
        }

        void read(ConsumerRecord<String, byte[]> received) {
            count(received);
            TopicScan.event(received).ifPresent(envelope -> {
                switch (envelope.event()) {
                    case RefundUpdate update -> read(update);
                    case RefundReversed reversed -> settled.add(reversed.transactionId());
                    case ReversalDeclined declined -> settled.add(declined.transactionId());
                    case RefundReturned returned -> settled.add(returned.transactionId());
                    default -> {
                        // Only reversals are waited for by a refund that has ended.
                    }
                }
            });
        }

        private void read(RefundUpdate update) {
            RefundKey refund = RefundKey.of(update);
            statuses.put(refund, update.refund().status());
            if (update instanceof ReversalStarted started) {
                for (PaidTransaction transaction : started.transactions()) {
                    toReverse.put(transaction.transactionId(), refund);
                }
            }
        }

        List<String> awaitedReversals() {
            return toReverse.entrySet().stream()
                    .filter(open -> !settled.contains(open.getKey()))
                    .filter(open -> statuses.get(open.getValue()) != RefundStatus.ON_HOLD)
                    .map(open ->
                            "%s waits until transaction %s is taken back".formatted(open.getValue(), open.getKey()))
                    .toList();
        }
    }
}
