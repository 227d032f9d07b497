package io.refundtool.refund.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the state machine makes of one event. */
public sealed interface Decision {

    /**
     * The refund after the event, and the facts to announce in this order.
     *
     * @param note what was noted without announcing anything; null where something was announced
     */
    record Accepted(
            Refund next, List<Emission> emitted, @Nullable String note) implements Decision {
        public Accepted {
            emitted = List.copyOf(emitted);
        }
    }

    /** The event changes nothing; the reason is kept with it. */
    record Ignored(String reason) implements Decision {}

    /** The event is an answer for a refund that is not requested yet; it is kept, and applied when the request comes. */
    record Early(String reason) implements Decision {}

    /** The event cannot be true as it is; it is kept, and goes to the dead letters. */
    record Refused(Rejection rejection) implements Decision {}
}
