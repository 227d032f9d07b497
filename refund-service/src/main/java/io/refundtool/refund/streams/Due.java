package io.refundtool.refund.streams;

import io.refundtool.refund.domain.Wait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something that a refund waits for is due.
 *
 * @param at by the clock of the instance that began the wait, in whole milliseconds
 * @param fired whether it was told that the deadline passed; the state machine has yet to hear of it
 * @param traceparent of the event that began the wait
 */
public record Due(
        Wait what, Instant at, boolean fired, @Nullable String traceparent) {

    Due asFired() {
        return new Due(what, at, true, traceparent);
    }

    boolean isOver(Instant now) {
        return !fired && !at.isAfter(now);
    }
}
