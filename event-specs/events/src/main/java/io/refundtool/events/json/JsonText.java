package io.refundtool.events.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** How pieces of JSON are named in messages. */
final class JsonText {

    private static final int MAX_SHOWN_LENGTH = 64;

    private JsonText() {}

    /** A property's name as it may stand in a log: cut, and without anything that could look like a line of its own. */
    static String shown(String name) {
        String cut = name.length() > MAX_SHOWN_LENGTH ? name.substring(0, MAX_SHOWN_LENGTH) + "…" : name;
        return cut.replaceAll("[^\\x20-\\x7E…]", "?");
    }

    /** What is wrong with the JSON, without quoting any of it. */
    static String problemOf(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String where = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        if (e instanceof StreamConstraintsException) {
            return "it goes beyond the limits of depth or length" + where;
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return "it breaks off" + where;
        }
        return e.getOriginalMessage().startsWith("Duplicate") ? "it is there twice" + where : "it is broken" + where;
    }

    static String kindOf(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "missing";
            case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "unreadable";
        };
    }
}
