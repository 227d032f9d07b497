package io.refundtool.bus.publish;

import com.networknt.schema.Error;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Says in "must …, but …" what the schema validator found. Numbers, and texts where one of a few is expected, are
 * quoted; other texts never are, since they may be personal data.
 */
final class Sentences {

    private static final int MAX_QUOTED_LENGTH = 40;
    private static final int MAX_NAMED_CHOICES = 12;

    static final String MISSING = "must be there, but is missing";

    private Sentences() {}

    /** What the error says, located within the item; {@code place} is where the validated value is in the item. */
    static Complaint of(String place, Error error) {
        String location = place + error.getInstanceLocation();
        String keyword = error.getKeyword();
        String rest = keyword.equals("required") ? "/" + error.getProperty() : "";
        return new Complaint(location + rest, keyword, sentence(keyword, error));
    }

    private static String sentence(String keyword, Error error) {
        JsonNode limit = error.getSchemaNode();
        JsonNode value = error.getInstanceNode();
        return switch (keyword) {
            case "required" -> MISSING;
            case "additionalProperties" ->
                "must have only the properties of its schema, but has " + quoted(error.getProperty());
            case "type" -> "must be %s, but is %s".formatted(article(limit.asString()), kindOf(value));
            case "enum" -> "must be one of %s, but is %s".formatted(choices(limit), quotedValue(value));
            case "minimum" -> "must be at least %s, but is %s".formatted(limit, quotedValue(value));
            case "maximum" -> "must be at most %s, but is %s".formatted(limit, quotedValue(value));
            case "minLength" -> "must have at least %s characters, but has %s".formatted(limit, lengthOf(value));
            case "maxLength" -> "must have at most %s characters, but has %s".formatted(limit, lengthOf(value));
            case "minItems" -> "must have at least %s entries, but has %s".formatted(limit, value.size());
            case "maxItems" -> "must have at most %s entries, but has %s".formatted(limit, value.size());
            case "pattern" -> "must match %s, but does not".formatted(limit.asString());
            case "format" -> "must be a valid %s, but is not".formatted(limit.asString());
            default -> "must follow the schema's rule \"%s\", but does not".formatted(keyword);
        };
    }

    /** The complaint about a value that stands, or does not, where an object should. */
    static Complaint notAnObject(String location, JsonNode value) {
        return value.isMissingNode()
                ? new Complaint(location, "required", MISSING)
                : new Complaint(location, "type", "must be an object, but is " + kindOf(value));
    }

    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number with a fraction or an exponent";
            case MISSING -> "missing";
        };
    }

    static String quoted(String text) {
        return "\"" + Texts.abbreviate(text, MAX_QUOTED_LENGTH) + "\"";
    }

    private static String quotedValue(JsonNode value) {
        return value.isString() ? quoted(value.stringValue()) : Texts.abbreviate(value.toString(), MAX_QUOTED_LENGTH);
    }

    private static String article(String type) {
        return (type.startsWith("a") || type.startsWith("i") || type.startsWith("o") ? "an " : "a ") + type;
    }

    private static int lengthOf(JsonNode value) {
        String text = value.asString();
        return text.codePointCount(0, text.length());
    }

    private static String choices(JsonNode values) {
        List<String> all = values.valueStream().map(JsonNode::asString).toList();
        String named = all.stream().limit(MAX_NAMED_CHOICES).collect(Collectors.joining(", "));
        return all.size() <= MAX_NAMED_CHOICES ? named : named + " … (" + all.size() + " in all)";
    }
}
