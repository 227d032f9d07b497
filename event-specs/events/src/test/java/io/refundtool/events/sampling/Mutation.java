package io.refundtool.events.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One way to make a valid event invalid. */
public enum Mutation {
    REQUIRED_IS_MISSING,
    VALUE_IS_NULL,
    VALUE_HAS_OTHER_TYPE,
    TEXT_IS_TOO_LONG,
    TEXT_OF_SUPPLEMENTARY_CHARACTERS_IS_TOO_LONG,
    TEXT_IS_TOO_SHORT,
    TEXT_HAS_ZERO_CHARACTER,
    TEXT_HAS_LONE_SURROGATE,
    TEXT_ENDS_WITH_NEWLINE,
    TEXT_DOES_NOT_MATCH,
    NUMBER_IS_TOO_SMALL,
    NUMBER_IS_TOO_LARGE,
    NUMBER_IS_BEYOND_64_BITS,
    NUMBER_HAS_FRACTION,
    CHOICE_IS_UNKNOWN,
    TIME_IS_NONE,
    LIST_IS_TOO_LONG,
    LIST_IS_TOO_SHORT,
    PROPERTY_IS_UNKNOWN;

    /** Stands for half a surrogate pair, which a tree of JSON cannot be written with. */
    public static final String LONE_SURROGATE = "@lone@";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NO_TIMES = List.of(
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2025-02-29T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T23:60:00Z",
            "2026-01-01T23:59:60Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00+01:00",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.1234567Z",
            "2026-01-01t00:00:00z",
            "0999-01-01T00:00:00Z",
            "2026-01-01",
            "");

    /**
     * A place of the event that can be changed.
     *
     * @param key a name or an index
     * @param owner the name of the record that has the property; empty for the event itself
     */
    public record Site(JsonNode parent, Object key, Schema schema, JsonNode value, String path, String owner) {

        private Site property(String name) {
            String inner = path.isEmpty() ? name : path + "." + name;
            return new Site(value, name, schema.property(name), value.get(name), inner, schema.name());
        }

        private Site element(int index) {
            return new Site(value, index, schema.items(), value.get(index), "%s[%d]".formatted(path, index), owner);
        }

        void put(JsonNode changed) {
            if (parent instanceof ObjectNode object) {
                object.set((String) key, changed);
            } else {
                ((ArrayNode) parent).set((Integer) key, changed);
            }
        }
    }

    /** Changes the event at a random place; false where it has no place for this. */
    public boolean apply(ObjectNode event, Schema schema, RandomGenerator random) {
        List<Site> fitting = sites(event, schema).stream().filter(this::fits).toList();
        if (fitting.isEmpty()) {
            return false;
        }
        change(fitting.get(random.nextInt(fitting.size())), random);
        return true;
    }

    /** Every place of an event, the event itself first. */
    public static List<Site> sites(ObjectNode event, Schema schema) {
        List<Site> sites = new ArrayList<>();
        collect(new Site(NODES.objectNode(), "event", schema, event, "", ""), sites);
        return sites;
    }

    private static void collect(Site site, List<Site> sites) {
        sites.add(site);
        if (site.value() instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> collect(site.property(name), sites));
        } else if (site.value() instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(site.element(i), sites);
            }
        }
    }

    /** Whether the place can be changed so. */
    public boolean fits(Site site) {
        Schema schema = site.schema();
        boolean isText = schema.type().equals("string");
        boolean isFreeText = isText && !schema.isChoice() && !schema.isTime();
        boolean isRoot = site.key().equals("event");
        return switch (this) {
            case REQUIRED_IS_MISSING ->
                schema.type().equals("object") && !schema.required().isEmpty();
            case PROPERTY_IS_UNKNOWN -> schema.type().equals("object");
            case VALUE_IS_NULL, VALUE_HAS_OTHER_TYPE -> !isRoot;
            case TEXT_IS_TOO_LONG, TEXT_OF_SUPPLEMENTARY_CHARACTERS_IS_TOO_LONG, TEXT_HAS_LONE_SURROGATE -> isFreeText;
            case TEXT_IS_TOO_SHORT -> isFreeText && schema.integer("minLength", 0) > 0;
            case TEXT_HAS_ZERO_CHARACTER, TEXT_ENDS_WITH_NEWLINE -> isText;
            case TEXT_DOES_NOT_MATCH ->
                isFreeText
                        && schema.integer("minLength", 0) <= 1
                        && !" ".matches(schema.node().get("pattern").asString());
            case NUMBER_IS_TOO_SMALL ->
                schema.type().equals("integer") && schema.node().get("minimum").asLong() > Long.MIN_VALUE;
            case NUMBER_IS_TOO_LARGE ->
                schema.type().equals("integer") && schema.node().get("maximum").asLong() < Long.MAX_VALUE;
            case NUMBER_IS_BEYOND_64_BITS, NUMBER_HAS_FRACTION -> schema.type().equals("integer");
            case CHOICE_IS_UNKNOWN -> schema.isChoice();
            case TIME_IS_NONE -> schema.isTime();
            case LIST_IS_TOO_LONG ->
                schema.type().equals("array") && !site.value().isEmpty();
            case LIST_IS_TOO_SHORT -> schema.integer("minItems", 0) > 0;
        };
    }

    /** Changes the place and tells the path of what is wrong then. */
    public String change(Site site, RandomGenerator random) {
        return switch (this) {
            case REQUIRED_IS_MISSING -> {
                List<String> names = site.schema().required().stream().sorted().toList();
                String name = names.get(random.nextInt(names.size()));
                String path = site.property(name).path();
                ((ObjectNode) site.value()).remove(name);
                yield path;
            }
            case PROPERTY_IS_UNKNOWN -> {
                ((ObjectNode) site.value()).put("unheardOf", 1);
                yield site.path().isEmpty() ? "unheardOf" : site.path() + ".unheardOf";
            }
            default -> {
                changeValue(site, random);
                yield site.path();
            }
        };
    }

    private void changeValue(Site site, RandomGenerator random) {
        Schema schema = site.schema();
        switch (this) {
            case REQUIRED_IS_MISSING, PROPERTY_IS_UNKNOWN ->
                throw new IllegalStateException(
                        "Expected to change a value, but " + this + " changes which properties there are");
            case VALUE_IS_NULL -> site.put(NODES.nullNode());
            case VALUE_HAS_OTHER_TYPE -> site.put(other(schema.type(), site.value(), random));
            case TEXT_IS_TOO_LONG -> put(site, "7".repeat(schema.integer("maxLength", 0) + 1));
            case TEXT_OF_SUPPLEMENTARY_CHARACTERS_IS_TOO_LONG ->
                put(site, "🙂".repeat(schema.integer("maxLength", 0) + 1));
            case TEXT_IS_TOO_SHORT -> put(site, "");
            case TEXT_HAS_ZERO_CHARACTER ->
                put(site, "\0" + site.value().asString().replaceFirst("^.", ""));
            case TEXT_HAS_LONE_SURROGATE -> put(site, LONE_SURROGATE);
            case TEXT_ENDS_WITH_NEWLINE -> put(site, site.value().asString() + "\n");
            case TEXT_DOES_NOT_MATCH -> put(site, " ");
            case NUMBER_IS_TOO_SMALL ->
                site.put(NODES.numberNode(schema.node().get("minimum").asLong() - 1));
            case NUMBER_IS_TOO_LARGE ->
                site.put(NODES.numberNode(schema.node().get("maximum").asLong() + 1));
            case NUMBER_IS_BEYOND_64_BITS -> site.put(NODES.numberNode(beyond64Bits(random)));
            case NUMBER_HAS_FRACTION -> site.put(NODES.numberNode(new BigDecimal("1.5")));
            case CHOICE_IS_UNKNOWN -> put(site, random.nextBoolean() ? "unheard-of" : "");
            case TIME_IS_NONE -> put(site, NO_TIMES.get(random.nextInt(NO_TIMES.size())));
            case LIST_IS_TOO_LONG -> lengthen((ArrayNode) site.value(), schema.integer("maxItems", 0) + 1);
            case LIST_IS_TOO_SHORT -> ((ArrayNode) site.value()).removeAll();
        }
    }

    private static void put(Site site, String text) {
        site.put(NODES.stringNode(text));
    }

    private static void lengthen(ArrayNode array, int size) {
        while (array.size() < size) {
            array.add(array.get(0));
        }
    }

    private static BigInteger beyond64Bits(RandomGenerator random) {
        BigInteger limit = BigInteger.TWO.pow(63);
        return random.nextBoolean()
                ? limit
                : limit.negate().subtract(BigInteger.ONE).shiftLeft(random.nextInt(200));
    }

    private static JsonNode other(String type, JsonNode value, RandomGenerator random) {
        return switch (type) {
            case "integer" -> random.nextBoolean() ? NODES.stringNode(value.asString()) : NODES.booleanNode(true);
            case "string" ->
                random.nextBoolean() ? NODES.numberNode(7) : NODES.arrayNode().add(value);
            case "array" -> value.isEmpty() ? NODES.objectNode() : value.get(0);
            default -> random.nextBoolean() ? NODES.arrayNode().add(value) : NODES.stringNode("{}");
        };
    }
}
