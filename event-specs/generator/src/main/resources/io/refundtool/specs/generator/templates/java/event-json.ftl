// Generated from the specs: change them, not this file.
package ${package};

import io.refundtool.events.Event;
import io.refundtool.events.EventType;
<#list topics?sort_by("imported") as topic>
import ${topic.imported};
</#list>

/** Reads and writes the JSON of every event. */
final class EventJson {

    private EventJson() {}

    static Event read(JsonInput in, EventType type) {
        return switch (type) {
<#list types as type>
            case ${type.constant} -> ${type.reader}(in);
</#list>
        };
    }

    static void write(JsonOutput out, Event event) {
        switch (event) {
<#list topics as topic>
            case ${topic.name} it -> ${topic.json}.write${topic.name}(out, it);
</#list>
            default -> throw new IllegalArgumentException(
                    "Expected to write an event that has a spec, but it is a " + event.getClass().getName());
        }
    }
}
