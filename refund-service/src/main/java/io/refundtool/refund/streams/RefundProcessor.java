package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
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

    private static final Logger LOG = LoggerFactory.getLogger(RefundProcessor.class);

    private final DeadlinePolicy policy;
    private final DeadlineMetrics metrics;
    private final DeadlineMetrics.OfTask task;
    private @Nullable RefundParts parts;

    RefundProcessor(DeadlinePolicy policy, DeadlineMetrics metrics) {
        this.policy = policy;
        this.metrics = metrics;
        this.task = metrics.task();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        parts = RefundParts.of(context, policy);
        context.schedule(policy.checkInterval(), PunctuationType.WALL_CLOCK_TIME, parts.timers(policy, metrics, task));
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
            once(initialised, incoming, origin, envelope);
        }
    }

    private static void once(
            RefundParts parts, Record<byte[], byte[]> incoming, RecordOrigin origin, Envelope<?> envelope) {
        switch (parts.sequence().seen(envelope, incoming.value())) {
            case NEVER -> {
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
