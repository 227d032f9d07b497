package io.refundtool.messaging.deadletters;

import io.refundtool.events.Topic;
import io.refundtool.messaging.RecordOrigin;
import java.util.Map;
import java.util.Optional;

/**
 * Which reading of a service a letter goes back to.
 *
 * @param deadLetterTopic the service's own
 * @param readers the name of the reading of each topic that the service reads
 */
public record LetterRoutes(Topic deadLetterTopic, Map<Topic, String> readers) {

    public LetterRoutes {
        readers = Map.copyOf(readers);
    }

    /** The reading that a record of that place belongs to; empty if this service reads nothing there. */
    Optional<String> readerOf(RecordOrigin origin) {
        return Topic.of(origin.topic())
                .filter(topic -> origin.partition() < topic.partitions())
                .map(readers::get);
    }
}
