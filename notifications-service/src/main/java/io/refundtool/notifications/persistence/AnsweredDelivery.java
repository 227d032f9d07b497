package io.refundtool.notifications.persistence;

import io.refundtool.notifications.domain.Answer;
import io.refundtool.notifications.domain.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed delivery with its answer and what follows from it.
 *
 * @param attempts made on the channel, the answered one included
 * @param answer null when none was waited for: a delivery that became too old
 * @param language of the template; null when no message was written
 * @param at when the answer came
 */
public record AnsweredDelivery(
        ClaimedDelivery delivery,
        int attempts,
        @Nullable Answer answer,
        Outcome outcome,
        @Nullable String language,
        Instant at) {}
