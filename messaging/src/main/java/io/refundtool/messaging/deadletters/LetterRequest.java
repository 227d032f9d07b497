package io.refundtool.messaging.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision as an operator asked for it.
 *
 * @param operator who decides, as the proxy in front of the service says
 * @param key the same key of the same operator means the same decision; null when it may not repeat
 * @param notBefore when the record is to be worked on at the earliest; null for at once
 */
public record LetterRequest(
        LetterAction action,
        String reason,
        String operator,
        @Nullable String key,
        @Nullable Instant notBefore) {

    /** How long a record may be delayed; its order waits behind it. */
    public static final Duration LONGEST_DELAY = Duration.ofDays(30);

    boolean isSameAs(LetterDecision decision) {
        return action == decision.action()
                && reason.equals(decision.reason())
                && Objects.equals(notBefore, decision.notBefore());
    }
}
