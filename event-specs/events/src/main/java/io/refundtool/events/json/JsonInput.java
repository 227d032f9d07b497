package io.refundtool.events.json;

import io.refundtool.events.InvalidEventException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * The JSON of an event as it is read, one value after the other.
 *
 * <p>Nothing is coerced: "1" is not a number and null is not an absent property. A number such as 1.0 or 1e2 is an
 * integer, as it is in JSON Schema.
 *
 * <p>What is thrown here and in constructors has a path relative to the value at which the stream stands;
 * {@link #path()} tells where that is.
 */
public final class JsonInput {

    /** The decimal digits of 2^63. */
    private static final int MAX_LONG_DIGITS = 19;

    private final JsonParser parser;
    private final boolean strict;
    private final int depth;
    private String property = "";

    /**
     * A reader of the value at which the parser stands or, at its beginning, of all of it.
     *
     * @param strict whether a property that the spec does not have is refused; it is skipped otherwise
     */
    JsonInput(JsonParser parser, boolean strict) {
        this.parser = parser;
        this.strict = strict;
        this.depth = parser.streamReadContext().getNestingDepth();
    }

    void begin() {
        parser.nextToken();
    }

    /** Begins an object; to be followed by {@link #nextProperty()} until that says no. */
    public void object() {
        expect(JsonToken.START_OBJECT, "an object");
    }

    /** Whether another property follows; its value is the next to be read. */
    public boolean nextProperty() {
        String name = parser.nextName();
        if (name == null) {
            return false;
        }
        property = name;
        parser.nextToken();
        return true;
    }

    public String property() {
        return property;
    }

    /** Refuses or skips a property that the spec does not have. */
    public void unknownProperty() {
        if (strict) {
            throw new InvalidEventException("", "be a property of the spec", "the spec has none of this name");
        }
        parser.skipChildren();
    }

    /** The value of a property that has to be there, once all were read. */
    public <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidEventException(name, "be there", "it is missing");
        }
        return value;
    }

    public String text() {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getString();
    }

    public Instant time() {
        return Timestamps.parse(text());
    }

    public <E> E choice(Function<String, E> constants) {
        return constants.apply(text());
    }

    public int int32() {
        long number = int64();
        if (number != (int) number) {
            throw new InvalidEventException("", "be a number of 32 bits", "it is " + number);
        }
        return (int) number;
    }

    public long int64() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return switch (parser.getNumberType()) {
                case INT, LONG -> parser.getLongValue();
                case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> throw tooLarge();
            };
        }
        expect(JsonToken.VALUE_NUMBER_FLOAT, "a whole number");
        try {
            BigDecimal number = parser.getDecimalValue();
            if (number.signum() != 0 && (long) number.precision() - number.scale() > MAX_LONG_DIGITS) {
                throw tooLarge();
            }
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidEventException("", "be a whole number of 64 bits", "it has a fraction or is larger");
        } catch (NumberFormatException e) {
            throw new InvalidEventException("", "be a whole number of 64 bits", "its exponent has more than 32 bits");
        }
    }

    public <T> List<T> list(Function<JsonInput, T> element) {
        expect(JsonToken.START_ARRAY, "a list");
        List<T> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.apply(this));
        }
        return elements;
    }

    void end() {
        if (parser.nextToken() != null) {
            throw new InvalidEventException("", "be one JSON value", "more follows it");
        }
    }

    /** Where the stream stands, such as {@code order.lines[3]}. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = parser.streamReadContext();
                at != null && at.getNestingDepth() >= depth;
                at = at.getParent()) {
            if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.inObject() && at.hasCurrentName()) {
                path.insert(0, "." + JsonText.shown(at.currentName()));
            }
        }
        return path.indexOf(".") == 0 ? path.substring(1) : path.toString();
    }

    private void expect(JsonToken token, String kind) {
        JsonToken actual = parser.currentToken();
        if (actual != token) {
            throw new InvalidEventException("", "be " + kind, "it is " + JsonText.kindOf(actual));
        }
    }

    private static InvalidEventException tooLarge() {
        return new InvalidEventException("", "be a number of 64 bits", "it is larger");
    }
}
