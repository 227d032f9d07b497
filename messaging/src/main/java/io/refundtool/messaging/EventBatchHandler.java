package io.refundtool.messaging;

import java.util.List;
import java.util.Optional;

/** What a reader does with the events of one poll. */
@FunctionalInterface
public interface EventBatchHandler {

    /**
     * Handles all of the events or, by throwing, none of them: a batch that was refused is given again in smaller ones,
     * and any event may come again after a crash. {@link io.refundtool.messaging.postgres.TransactionalInbox} does both.
     *
     * @param batch in the order of their partitions, never empty, at most {@link KafkaClients#MAX_POLL_RECORDS}
     */
    void handle(List<ReceivedEvent> batch);

    /** Where its events wait whose order is held; without, events of an order pass a refused one. */
    default WaitingEvents waiting() {
        return WaitingEvents.NONE;
    }

    /** Where its database stands; without, the group's offsets in Kafka are all there is. */
    default Optional<ReadPositions> positions() {
        return Optional.empty();
    }
}
