package io.refundtool.bus.publish;

import io.refundtool.bus.registry.PublishableType;
import io.refundtool.messaging.Delivery;
import io.refundtool.messaging.EventLog;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes a batch through its steps: every item is checked and enriched before the first one is written, so a refused
 * batch leaves nothing behind.
 */
public final class BatchPublisher {

    private final EventLog log;
    private final KnownContents known;
    private final InstantSource clock;
    private final PublishingLog told = new PublishingLog();

    public BatchPublisher(EventLog log, KnownContents known, InstantSource clock) {
        this.log = log;
        this.known = known;
        this.clock = clock;
    }

    /** Writes all of a batch or nothing of it, as far as Kafka lets it. */
    public Outcome publish(PublishableType type, ReadBatch batch, Sender sender) {
        return switch (batch) {
            case ReadBatch.Unreadable(int line, int column, String sentence) -> {
                told.unreadable(type.type(), line, column);
                yield new Outcome.Unreadable(line, column, sentence);
            }
            case ReadBatch.TooMany() -> {
                told.tooMany(type.type());
                yield new Outcome.TooMany();
            }
            case ReadBatch.Batch read -> checkThenWrite(type, read.items(), sender);
        };
    }

    private Outcome checkThenWrite(PublishableType type, List<SubmittedItem> items, Sender sender) {
        return switch (new BatchCheck(type, known).check(items)) {
            case BatchCheck.Result.Stopped stopped -> {
                told.refused(
                        type.type(),
                        stopped.index(),
                        items.size(),
                        stopped.refusal().complaints());
                yield new Outcome.Refused(
                        Results.refused(items, stopped), stopped.refusal().conflict());
            }
            case BatchCheck.Result.Passed(List<ValidEvent> events) -> {
                var enrichment = new Enrichment(sender, clock.instant());
                yield write(type, events.stream().map(enrichment::enrich).toList());
            }
        };
    }

    private Outcome write(PublishableType type, List<ReadyEvent> ready) {
        List<Delivery> deliveries =
                log.write(ready.stream().map(ReadyEvent::record).toList());
        told.written(type.type(), ready, deliveries);
        int acknowledged = remember(ready, deliveries);
        List<ItemResult> items = Results.written(ready, deliveries);
        if (acknowledged == items.size()) {
            return new Outcome.Submitted(items);
        }
        return deliveries.getFirst() instanceof Delivery.NotTaken
                ? new Outcome.NotSent(items)
                : new Outcome.PartlySubmitted(items);
    }

    private int remember(List<ReadyEvent> ready, List<Delivery> deliveries) {
        int acknowledged = 0;
        for (int i = 0; i < deliveries.size(); i++) {
            if (deliveries.get(i) instanceof Delivery.Acknowledged) {
                known.remember(ready.get(i).valid());
                acknowledged++;
            }
        }
        return acknowledged;
    }
}
