package io.refundtool.refund.domain.promises;

import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.RefundEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was written and not delivered yet; each topic keeps its order. */
final class Topics {

    private final Map<Topic, Deque<RefundEvent>> waiting = new EnumMap<>(Topic.class);
    private int written;

    void write(Event event) {
        written++;
        put(RefundEvents.arrives(event.eventType().topic().name().charAt(0) + "-" + written, event));
    }

    void put(RefundEvent event) {
        waiting.computeIfAbsent(event.event().eventType().topic(), _ -> new ArrayDeque<>())
                .add(event);
    }

    /** The topics that have something to deliver, always in the same order. */
    List<Topic> ready() {
        return waiting.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    RefundEvent next(Topic topic) {
        return waiting.getOrDefault(topic, new ArrayDeque<>()).remove();
    }
}
