package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.refund.RefundUpdate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine made of an event.
 *
 * @param event the event, under the id that it had
 * @param reason what was recorded with it; null where nothing was
 */
public record Reaction(
        String eventId,
        Event event,
        List<RefundUpdate> announced,
        boolean refused,
        @Nullable String reason) {

    public Reaction {
        announced = List.copyOf(announced);
    }
}
