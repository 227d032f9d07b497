package io.refundtool.messaging.postgres;

import io.refundtool.messaging.ReceivedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An inbox that also stores how far its topic was read: what is lost with one is lost with the other. */
final class PlacedInbox implements SeenEvents {

    private final SeenEvents inbox;
    private final StoredOffsets offsets;

    PlacedInbox(SeenEvents inbox, StoredOffsets offsets) {
        this.inbox = inbox;
        this.offsets = offsets;
    }

    @Override
    public List<ReceivedEvent> fresh(List<ReceivedEvent> batch) {
        advance(batch);
        return inbox.fresh(batch);
    }

    /** Its place in the topic was passed long ago. */
    @Override
    public boolean remember(ReceivedEvent publishedAgain) {
        return inbox.remember(publishedAgain);
    }

    /** An event that comes again does not put the reading back. */
    private void advance(List<ReceivedEvent> batch) {
        Map<Integer, Long> next = new HashMap<>();
        batch.forEach(
                event -> next.merge(event.record().partition(), event.record().offset() + 1, Math::max));
        offsets.lock(next.keySet()).forEach((partition, stored) -> next.merge(partition, stored, Math::max));
        offsets.advance(next);
    }
}
