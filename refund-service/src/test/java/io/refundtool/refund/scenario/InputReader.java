package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Awaited;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what happens in a step. */
final class InputReader {

    static final String AGAIN = "again";
    static final String LAST = "last";
    static final String PASSES = "passes";
    private static final String REFUND = "refund";
    private static final String AWAITED = "awaited";
    private static final String VERSION = ".v1";

    /** Topics whose events are not about one refund, or are what comes of it. */
    static final Set<Topic> OTHERS = Set.of(Topic.REFUND_UPDATE_V1, Topic.REFUND_ARCHIVE_V1);

    private static final List<String> EVENTS = Arrays.stream(EventType.values())
            .filter(type -> !OTHERS.contains(type.topic()))
            .map(InputReader::name)
            .toList();

    private final Source source;
    private final Fixture fixture;
    private final int stepsBefore;

    InputReader(Source source, Fixture fixture, int stepsBefore) {
        this.source = source;
        this.fixture = fixture;
        this.stepsBefore = stepsBefore;
    }

    /** {@code bob.refund-requested.v1} is {@code bob.refund-requested} here. */
    static String name(EventType type) {
        return type.wireName().substring(0, type.wireName().length() - VERSION.length());
    }

    Input read(Node node) {
        if (!(node instanceof MappingNode)) {
            return arrives(node, source.text(node, "'when'"), Optional.empty());
        }
        Map.Entry<String, Node> input = source.fields(node, "'when'").only("event that arrives");
        return switch (input.getKey()) {
            case AGAIN -> again(input.getValue());
            case PASSES -> passes(input.getValue());
            default -> arrives(node, input.getKey(), Optional.of(input.getValue()));
        };
    }

    private Input again(Node node) {
        boolean last = source.text(node, AGAIN).equals(LAST);
        if (stepsBefore == 0) {
            throw source.refusal(node, "an event that may come again", "this is the first step");
        }
        return new Input.Again(last ? stepsBefore : source.smallNumber(node, AGAIN, stepsBefore));
    }

    private Input passes(Node node) {
        if (!(node instanceof MappingNode)) {
            return new Input.Passes(awaited(node), Fixture.FIRST_REFUND);
        }
        Fields fields = source.fields(node, PASSES);
        Awaited awaited = awaited(fields.require(AWAITED));
        String refundId = fields.take(REFUND).map(id -> source.text(id, REFUND)).orElse(Fixture.FIRST_REFUND);
        fields.end(List.of(AWAITED, REFUND));
        return new Input.Passes(awaited, refundId);
    }

    private Awaited awaited(Node node) {
        String text = source.text(node, AWAITED);
        return Awaited.find(text).orElseThrow(() -> {
            List<String> known =
                    Arrays.stream(Awaited.values()).map(Awaited::wire).toList();
            return source.refusal(node, "one of " + String.join(", ", known), "found '" + text + "'");
        });
    }

    private Input arrives(Node node, String name, Optional<Node> details) {
        if (!EVENTS.contains(name)) {
            throw source.refusal(node, "one of again, passes, " + String.join(", ", EVENTS), "found '" + name + "'");
        }
        Class<? extends Event> type = EventType.of(name + VERSION).orElseThrow().javaType();
        Fields fields = details.map(value -> source.fields(value, name)).orElseGet(() -> Fields.none(source, node));
        String refundId = fields.peek(REFUND).map(id -> source.text(id, REFUND)).orElse(Fixture.FIRST_REFUND);
        Event event = (Event) new ValueReader(source).record(new Scope(fixture, refundId), type, fields);
        fixture.read(event);
        return new Input.Arrives(event);
    }
}
