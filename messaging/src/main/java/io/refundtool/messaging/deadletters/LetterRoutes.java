package io.refundtool.messaging.deadletters;

import io.refundtool.events.Topic;
import io.refundtool.messaging.RecordOrigin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which reading of a service a letter goes back to.
 *
 * @param deadLetterTopic the service's own
 * @param readers the name of the reading of each topic that the service reads
 * @param settled causes of which the reading remembers its refusal, so that to read the record again changes nothing
 */
public record LetterRoutes(Topic deadLetterTopic, Map<Topic, String> readers, Set<String> settled) {

    public LetterRoutes {
        readers = Map.copyOf(readers);
        settled = Set.copyOf(settled);
    }

    /** Routes of a service that remembers no refusal. */
    public LetterRoutes(Topic deadLetterTopic, Map<Topic, String> readers) {
        this(deadLetterTopic, readers, Set.of());
    }

    /** The reading that a record of that place belongs to; empty if this service reads nothing there. */
    Optional<String> readerOf(RecordOrigin origin) {
        return Topic.of(origin.topic())
                .filter(topic -> origin.partition() < topic.partitions())
                .map(readers::get);
    }
}
