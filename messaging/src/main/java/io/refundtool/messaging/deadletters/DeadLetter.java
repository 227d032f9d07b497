package io.refundtool.messaging.deadletters;

import io.refundtool.messaging.RecordOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its record.
 *
 * @param id of the record that it is of, see {@link RecordOrigin#id()}
 * @param number grows with every new letter; pages go by it
 * @param attempt how often the record has failed
 * @param message why; it may quote the event, and so hold personal data
 * @param eventType as its header says, known or not
 * @param orderId the record's key, if that can be an order id
 */
public record DeadLetter(
        String id,
        long number,
        LetterState state,
        int attempt,
        RecordOrigin origin,
        String cause,
        String message,
        @Nullable String eventType,
        @Nullable String eventId,
        @Nullable String orderId,
        Instant firstFailedAt,
        Instant lastFailedAt) {}
