package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventCodec;

/**
 * What makes two events with one source and id the same event: the type and every property that the spec knows, however
 * the JSON was written. The other headers may differ: a repetition may have another trace and another time of sending.
 */
public final class EventContent {

    private EventContent() {}

    /** SHA-256 of the type's wire name and of the event as {@link EventCodec#write} writes it; 32 bytes. */
    public static byte[] digest(Envelope<?> envelope) {
        return Sha256.of(envelope.type().wireName().getBytes(UTF_8), EventCodec.write(envelope.event()));
    }

    /** The sentence of a conflict, for the dead letter. */
    public static String conflict(Envelope<?> envelope) {
        return "Expected event %s of %s to come again as it was, but its content differs"
                .formatted(envelope.id(), envelope.source());
    }
}
