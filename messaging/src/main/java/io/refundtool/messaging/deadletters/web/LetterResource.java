package io.refundtool.messaging.deadletters.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.messaging.deadletters.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dead letter as it is listed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterResource(
        String id,
        long number,
        String state,
        int attempt,
        String cause,
        String message,
        @Nullable String eventType,
        @Nullable String eventId,
        @Nullable String orderId,
        Place origin,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    /** Where the record stood. */
    record Place(String topic, int partition, long offset) {}

    static LetterResource of(DeadLetter letter) {
        return new LetterResource(
                letter.id(),
                letter.number(),
                letter.state().word(),
                letter.attempt(),
                letter.cause(),
                letter.message(),
                letter.eventType(),
                letter.eventId(),
                letter.orderId(),
                new Place(
                        letter.origin().topic(),
                        letter.origin().partition(),
                        letter.origin().offset()),
                letter.firstFailedAt(),
                letter.lastFailedAt());
    }
}
