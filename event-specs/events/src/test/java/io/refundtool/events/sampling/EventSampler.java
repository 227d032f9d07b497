package io.refundtool.events.sampling;

import java.time.Instant;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes valid events from their schemas, often at the limits, written as the codec writes them. */
public final class EventSampler {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Lists are kept short, since tests of long ones stand elsewhere. */
    private static final int MANY = 3;

    private static final long FIRST_SECOND =
            Instant.parse("1000-01-01T00:00:00Z").getEpochSecond();
    private static final long AFTER_LAST_SECOND =
            Instant.parse("3000-01-01T00:00:00Z").getEpochSecond();

    private final RandomGenerator random;
    private final TextSampler texts;

    public EventSampler(RandomGenerator random) {
        this.random = random;
        this.texts = new TextSampler(random);
    }

    public ObjectNode event(Schema schema) {
        return (ObjectNode) value(schema);
    }

    JsonNode value(Schema schema) {
        return switch (schema.type()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> NODES.numberNode(integer(schema));
            case "string" -> NODES.stringNode(text(schema));
            default -> throw new IllegalStateException("Expected to sample a known type, but it is " + schema.type());
        };
    }

    private ObjectNode object(Schema schema) {
        ObjectNode object = NODES.objectNode();
        for (String name : schema.propertyNames()) {
            if (schema.required().contains(name) || random.nextInt(3) > 0) {
                object.set(name, value(schema.property(name)));
            }
        }
        return object;
    }

    private ArrayNode array(Schema schema) {
        int min = schema.integer("minItems", 0);
        int size = random.nextInt(min, Math.min(schema.integer("maxItems", 0), min + MANY) + 1);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value(schema.items()));
        }
        return array;
    }

    private long integer(Schema schema) {
        long min = schema.node().get("minimum").asLong();
        long max = schema.node().get("maximum").asLong();
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> max == Long.MAX_VALUE ? random.nextLong(min, max) : random.nextLong(min, max + 1);
        };
    }

    private String text(Schema schema) {
        if (schema.isChoice()) {
            JsonNode values = schema.node().get("enum");
            return values.get(random.nextInt(values.size())).asString();
        }
        if (schema.isTime()) {
            return time();
        }
        return texts.sample(
                schema.node().get("pattern").asString(),
                schema.integer("minLength", 0),
                schema.integer("maxLength", 0));
    }

    private String time() {
        int nanosPerMicro = 1_000;
        long nanos = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000L;
            default -> (long) random.nextInt(1_000_000) * nanosPerMicro;
        };
        return Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, AFTER_LAST_SECOND), nanos)
                .toString();
    }
}
