package io.refundtool.bus.registry;

import com.networknt.schema.Schema;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;

/**
 * An event type that the gateway writes.
 *
 * @param type what is written
 * @param schema the schema of its data, loaded
 */
public record PublishableType(EventType type, Schema schema) {

    public Topic topic() {
        return type.topic();
    }
}
