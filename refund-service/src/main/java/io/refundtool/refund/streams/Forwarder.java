package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventCodec;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.messaging.Traces;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands facts and dead letters to their sinks. */
final class Forwarder {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);

    /** The {@code ce_source} of everything that this service announces. */
    static final String SOURCE = "/refund-service";

    private static final String SERVICE = "refund-service";

    private final ProcessorContext<byte[], byte[]> context;

    Forwarder(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    /** What follows from a decision. */
    void tell(Record<byte[], byte[]> incoming, RecordOrigin origin, Envelope<?> envelope, Decision decision) {
        switch (decision) {
            case Decision.Accepted accepted -> announce(incoming, envelope, accepted);
            case Decision.Early(String reason) ->
                LOG.debug("{} came early: {}", envelope.type().wireName(), reason);
            case Decision.Ignored(String reason) ->
                LOG.debug("{} ignored: {}", envelope.type().wireName(), reason);
            case Decision.Refused(Rejection rejection) ->
                deadLetter(incoming, origin, rejection.code().name(), rejection.sentence());
        }
    }

    private void announce(Record<byte[], byte[]> cause, Envelope<?> by, Decision.Accepted accepted) {
        if (accepted.note() != null) {
            LOG.debug("{} noted: {}", by.type().wireName(), accepted.note());
        }
        accepted.emitted().forEach(emission -> announce(cause, by, emission));
    }

    void deadLetter(Record<byte[], byte[]> incoming, RecordOrigin origin, String cause, String message) {
        LOG.warn("Dead letter {}: {}", cause, origin);
        context.forward(
                incoming.withHeaders(DeadLetters.headers(incoming.headers(), origin, cause, message, SERVICE)),
                RefundTopology.DEAD_LETTERS);
    }

    /** A deadline has no record that caused it, so the clock dates it. */
    void tell(Envelope<DeadlinePassed> passed, Instant now) {
        DeadlinePassed event = passed.event();
        try (EventLogContext _ = EventLogContext.of(passed)) {
            LOG.debug(
                    "The deadline of {} passed, attempt {} of {}",
                    event.awaited().wire(),
                    event.attempt(),
                    event.limit());
            context.forward(
                    new Record<>(
                            event.orderId().getBytes(StandardCharsets.UTF_8),
                            EventCodec.write(event),
                            now.toEpochMilli(),
                            CloudEvents.headers(passed)),
                    RefundTopology.DEADLINES);
        }
    }

    private void announce(Record<byte[], byte[]> cause, Envelope<?> by, Emission emission) {
        RefundUpdate event = emission.event();
        Envelope<RefundUpdate> envelope = new Envelope<>(
                emission.id(), SOURCE, emission.time(), Traces.childOf(by.traceparent(), emission.id()), event);
        log(by, event);
        context.forward(
                new Record<>(
                        event.orderId().getBytes(StandardCharsets.UTF_8),
                        EventCodec.write(event),
                        cause.timestamp(),
                        CloudEvents.headers(envelope)),
                RefundTopology.REFUND_UPDATES);
    }

    private static void log(Envelope<?> by, RefundUpdate event) {
        LOG.debug("{} -> {}", by.type().wireName(), event.eventType().wireName());
        if (event instanceof PutOnHold) {
            LOG.warn("A refund waits for an operator");
        }
    }
}
