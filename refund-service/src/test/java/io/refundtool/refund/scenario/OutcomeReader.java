package io.refundtool.refund.scenario;

import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.refund.scenario.Outcome.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what a step has to bring about. */
final class OutcomeReader {

    static final String NOTHING = "nothing";
    static final String REFUSED = "refused";
    static final String PREFIX = "refund.";
    static final String VERSION = ".v1";

    private static final List<String> NAMES = Topic.REFUND_UPDATE_V1.eventTypes().stream()
            .map(OutcomeReader::name)
            .toList();

    private final Source source;
    private final ValueReader values;

    OutcomeReader(Source source) {
        this.source = source;
        this.values = new ValueReader(source);
    }

    /** {@code refund.approved.v1} is {@code approved} here. */
    static String name(EventType type) {
        return type.wireName().substring(PREFIX.length(), type.wireName().length() - VERSION.length());
    }

    Outcome read(Scope scope, Node then, @Nullable Node because) {
        String reason = because == null ? null : source.text(because, "'because'");
        if (then instanceof ScalarNode scalar && scalar.getValue().equals(NOTHING)) {
            return new Outcome.Nothing(reason);
        }
        if (then instanceof ScalarNode scalar && scalar.getValue().equals(REFUSED)) {
            return new Outcome.Refused(reason);
        }
        if (because != null) {
            throw source.refusal(because, "'because' only beside 'then: nothing' or 'then: refused'", "it is here");
        }
        List<Expected> events = new ArrayList<>();
        for (Node event : then instanceof SequenceNode list ? list.getValue() : List.of(then)) {
            events.add(event(scope, event));
        }
        if (events.isEmpty()) {
            throw source.refusal(then, "at least one event, or 'nothing'", "the list is empty");
        }
        return new Outcome.Announces(events);
    }

    private Expected event(Scope scope, Node node) {
        if (!(node instanceof MappingNode)) {
            return new Expected(type(node, source.text(node, "an event's name")), Map.of());
        }
        Map.Entry<String, Node> event = source.fields(node, "an event").only("event with its fields");
        EventType type = type(node, event.getKey());
        Map<String, Object> fields = new LinkedHashMap<>();
        source.fields(event.getValue(), event.getKey()).rest().forEach((path, value) -> {
            fields.put(path, field(scope, type, path, value));
        });
        return new Expected(type, fields);
    }

    private EventType type(Node node, String name) {
        if (!NAMES.contains(name)) {
            throw source.refusal(node, "one of nothing, refused, " + String.join(", ", NAMES), "found '" + name + "'");
        }
        return EventType.of(PREFIX + name + VERSION).orElseThrow();
    }

    private Object field(Scope scope, EventType type, String path, Node node) {
        FieldPath found = FieldPath.of(type.javaType(), path)
                .orElseThrow(() -> source.refusal(
                        node,
                        "a field of " + type.wireName() + ", which has "
                                + String.join(", ", Names.all(type.javaType())),
                        "found '" + path + "'"));
        if (Source.absent(node)) {
            return Expected.Absence.ABSENT;
        }
        if (found.isCount()) {
            return source.count(node, path);
        }
        return found.field()
                .map(component -> values.value(scope, component, node))
                .orElseThrow(() -> source.refusal(node, "a path that ends in a field", "it is " + path));
    }
}
