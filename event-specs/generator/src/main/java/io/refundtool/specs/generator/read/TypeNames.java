package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds events, topics' interfaces and types whose names would be the same in generated code. */
final class TypeNames {

    private TypeNames() {}

    static void check(Collection<EventSpec> events, List<TopicSpec> topics, List<ValueType> types, Findings findings) {
        Map<String, String> taken = new HashMap<>();
        types.forEach(type -> taken.put(String.valueOf(type.name()), TypesReader.FILE));
        for (EventSpec event : events) {
            String name = Words.typeName(event);
            String other = taken.get(name);
            if (other != null) {
                findings.add(
                        event.file(),
                        1,
                        "Expected the name %s to be free for the event, but it is a type of %s".formatted(name, other));
            }
            taken.put(event.system() + "/" + name, event.file());
        }
        for (TopicSpec topic : topics) {
            if (topic.interfaceName() != null && !topic.events().isEmpty()) {
                String system = topic.events().getFirst().event().system();
                String other =
                        taken.getOrDefault(topic.interfaceName(), taken.get(system + "/" + topic.interfaceName()));
                if (other != null) {
                    findings.add(
                            TopicsReader.FILE,
                            1,
                            "Expected the interface %s of topic '%s' to have a name of its own, but %s has it too"
                                    .formatted(topic.interfaceName(), topic.name(), other));
                }
                taken.put(system + "/" + topic.interfaceName(), "topic '" + topic.name() + "'");
            }
        }
    }
}
