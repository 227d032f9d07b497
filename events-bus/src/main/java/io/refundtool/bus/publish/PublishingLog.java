package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import io.refundtool.messaging.Delivery;
import io.refundtool.messaging.EventLogContext;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the service's log what became of batches: never anything of an event's content, which may be personal. */
final class PublishingLog {

    private static final Logger log = LoggerFactory.getLogger(PublishingLog.class);

    void unreadable(EventType type, int line, int column) {
        log.warn("Refused a batch of {}: unreadable at line {}, column {}", type.wireName(), line, column);
    }

    void tooMany(EventType type) {
        log.warn("Refused a batch of {}: more than {} events", type.wireName(), BatchLimits.MAX_ITEMS);
    }

    void refused(EventType type, int index, int size, List<Complaint> complaints) {
        log.warn(
                "Refused a batch of {}: event {} of {} breaks {}",
                type.wireName(),
                index + 1,
                size,
                complaints.stream().map(Complaint::withoutContent).collect(Collectors.joining(", ")));
    }

    void written(EventType type, List<ReadyEvent> ready, List<Delivery> deliveries) {
        int failed = 0;
        for (int i = 0; i < deliveries.size(); i++) {
            switch (deliveries.get(i)) {
                case Delivery.Acknowledged acknowledged -> accepted(ready.get(i), acknowledged);
                case Delivery.Failed(Exception cause) -> failed(type, ready.size(), failed++, cause);
                case Delivery.NotTaken(Exception cause) -> failed(type, ready.size(), failed++, cause);
                case Delivery.NotSent() -> {}
            }
        }
    }

    private static void failed(EventType type, int size, int before, Exception cause) {
        if (before == 0) {
            log.warn("Could not write all of {} events of {} to Kafka", size, type.wireName(), cause);
        }
    }

    private static void accepted(ReadyEvent ready, Delivery.Acknowledged acknowledged) {
        if (!log.isDebugEnabled()) {
            return;
        }
        try (var _ = EventLogContext.of(ready.envelope())) {
            log.debug(
                    "Published {} {} to {}-{} at {}",
                    ready.envelope().type().wireName(),
                    ready.envelope().id(),
                    ready.record().topic(),
                    acknowledged.partition(),
                    acknowledged.offset());
        }
    }
}
