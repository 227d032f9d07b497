package io.refundtool.bus.publish;

import io.refundtool.bus.registry.PublishableType;
import io.refundtool.messaging.Delivery;
import io.refundtool.messaging.EventLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch through its steps: every item is checked and enriched before the first one is written, so a refused
 * batch leaves nothing behind.
 */
public final class BatchPublisher {

    private final BatchReader reader;
    private final EventLog log;
    private final PublishingLog told = new PublishingLog();

    public BatchPublisher(BatchReader reader, EventLog log) {
        this.reader = reader;
        this.log = log;
    }

    /**
     * Writes all of a batch or nothing of it, as far as Kafka lets it.
     *
     * @param body the request's body, whole
     * @param traceparent the request's trace context, or null when it has none that is valid
     */
    public Outcome publish(PublishableType type, byte[] body, @Nullable String traceparent) {
        return switch (reader.read(body)) {
            case ReadBatch.Unreadable(int line, int column, String sentence) -> {
                told.unreadable(type.type(), line, column);
                yield new Outcome.Unreadable(line, column, sentence);
            }
            case ReadBatch.TooMany() -> {
                told.tooMany(type.type());
                yield new Outcome.TooMany();
            }
            case ReadBatch.Batch(List<SubmittedItem> items) -> checkThenWrite(type, items, traceparent);
        };
    }

    private Outcome checkThenWrite(PublishableType type, List<SubmittedItem> items, @Nullable String traceparent) {
        var check = new ItemCheck(type, traceparent);
        List<Verdict.Ready> ready = new ArrayList<>(items.size());
        for (SubmittedItem item : items) {
            switch (check.check(item)) {
                case Verdict.Ready accepted -> ready.add(accepted);
                case Verdict.Refused(List<Complaint> complaints) -> {
                    told.refused(type.type(), ready.size(), items.size(), complaints);
                    return new Outcome.Refused(Results.refused(items, ready.size(), complaints));
                }
            }
        }
        return write(type, ready);
    }

    private Outcome write(PublishableType type, List<Verdict.Ready> ready) {
        List<Delivery> deliveries =
                log.write(ready.stream().map(Verdict.Ready::record).toList());
        told.written(type.type(), ready, deliveries);
        long acknowledged = deliveries.stream()
                .filter(Delivery.Acknowledged.class::isInstance)
                .count();
        if (acknowledged == 0) {
            return new Outcome.NotSubmitted();
        }
        List<ItemResult> items = Results.written(ready, deliveries);
        return acknowledged == items.size() ? new Outcome.Submitted(items) : new Outcome.PartlySubmitted(items);
    }
}
