package io.refundtool.messaging.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a letter.
 *
 * @param number grows with every decision; pages go by it
 * @param attempt how often the record had failed then
 * @param notBefore when its record was to be worked on at the earliest; null for at once
 * @param request the request's Idempotency-Key, if it had one
 */
public record LetterDecision(
        long number,
        String letterId,
        int attempt,
        LetterAction action,
        String operator,
        String reason,
        @Nullable Instant notBefore,
        @Nullable String request,
        Instant decidedAt) {}
