package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.archive.OrderArchived;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.messaging.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around the decider: load, deduplicate, decide, write, forward. Whatever can be wrong with a record makes it a
 * dead letter; whatever throws here is a bug and stops the instance.
 */
final class RefundProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** The cause of a dead letter whose refund may have been known and forgotten. */
    static final String TOO_OLD = "TOO_OLD";

    private static final Logger LOG = LoggerFactory.getLogger(RefundProcessor.class);

    private final RefundRules rules;
    private final RefundMetrics metrics;
    private final DeadlineMetrics.OfTask task;
    private @Nullable RefundParts parts;

    RefundProcessor(RefundRules rules, RefundMetrics metrics) {
        this.rules = rules;
        this.metrics = metrics;
        this.task = metrics.deadlines().task();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        DeadlinePolicy policy = rules.deadlines();
        RefundParts opened = RefundParts.of(context, policy);
        context.schedule(
                policy.checkInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                opened.timers(policy, metrics.deadlines(), task));
        parts = opened;
    }

    @Override
    public void close() {
        task.closed();
    }

    @Override
    public void process(Record<byte[], byte[]> incoming) {
        RefundParts initialised = initialised();
        RecordOrigin origin = origin(initialised.context(), incoming);
        Envelope<?> envelope;
        try {
            envelope = CloudEvents.read(origin.topic(), text(incoming.key()), incoming.headers(), incoming.value());
        } catch (UnreadableEventException unreadable) {
            initialised
                    .forwarder()
                    .deadLetter(incoming, origin, unreadable.code().name(), unreadable.getMessage());
            return;
        }
        try (EventLogContext _ = EventLogContext.of(envelope)) {
            if (envelope.event() instanceof OrderArchived archived) {
                new OrderArchive(initialised, metrics.archive()).archived(archived);
            } else {
                once(initialised, incoming, origin, envelope);
            }
        }
    }

    private void once(RefundParts parts, Record<byte[], byte[]> incoming, RecordOrigin origin, Envelope<?> envelope) {
        switch (parts.sequence().seen(envelope, incoming.value())) {
            case NEVER -> {
                if (mayBeForgotten(parts, incoming, envelope)) {
                    parts.forwarder().deadLetter(incoming, origin, TOO_OLD, tooOld(incoming, envelope));
                    return;
                }
                Instant now = Instant.ofEpochMilli(parts.context().currentSystemTimeMs());
                new RefundDesk(parts).decide(incoming, origin, envelope, now);
            }
            case SAME -> LOG.debug("{} {} came again", envelope.type().wireName(), envelope.id());
            case DIFFERENT -> {
                parts.forwarder()
                        .deadLetter(incoming, origin, DeadLetters.EVENT_CONFLICT, DeadLetters.conflict(envelope));
            }
        }
    }

    /**
     * Whether the event is so old that its refund may have been known and forgotten, though its order may be known again. By the record's time and not by the
     * clock, so that it is the same whenever the log is read.
     */
    private boolean mayBeForgotten(RefundParts parts, Record<byte[], byte[]> incoming, Envelope<?> envelope) {
        Instant oldest =
                Instant.ofEpochMilli(incoming.timestamp()).minus(rules.archive().tooOld());
        Event event = envelope.event();
        return envelope.time().isBefore(oldest)
                && parts.refunds().watched(event.orderId(), event.refundId()).isEmpty();
    }

    private static String tooOld(Record<?, ?> incoming, Envelope<?> envelope) {
        return "Expected refund %s of order %s to be known to an event of %s that was written at %s, but it is not; it may have been archived"
                .formatted(
                        envelope.event().refundId(),
                        envelope.event().orderId(),
                        envelope.time(),
                        Instant.ofEpochMilli(incoming.timestamp()));
    }

    /** Where the record stands, or stood before it became a dead letter that was published again. */
    private static RecordOrigin origin(ProcessorContext<?, ?> context, Record<?, ?> incoming) {
        return context.recordMetadata()
                .map(at -> new RecordOrigin(at.topic(), at.partition(), at.offset(), incoming.timestamp()))
                .map(at -> at.topic().equals(RefundTopology.RETRIES.topicName())
                        ? DeadLetters.origin(incoming.headers()).orElse(at)
                        : at)
                .orElseThrow(() -> new IllegalStateException("Expected a record to come from a topic"));
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private RefundParts initialised() {
        if (parts == null) {
            throw new IllegalStateException("Expected the processor to be initialised before its first record");
        }
        return parts;
    }
}
