package io.refundtool.specs.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a property can hold. Every kind is bounded, so a value of any type has a largest size.
 *
 * <p>Texts, times and integers may stand in a property without a name of their own; enums and records always have one.
 */
public sealed interface ValueType {

    /** A type with a name in {@code common/types.v1.yaml}, or null for one that was written in place. */
    @Nullable
    String name();

    /**
     * A text.
     *
     * @param minLength in code points
     * @param maxLength in code points
     * @param pattern a regular expression that the whole text matches, in the subset of {@code PatternRules}
     * @param example a text that all of this allows
     */
    record TextType(
            @Nullable String name, String description, int minLength, int maxLength, String pattern, String example)
            implements ValueType {}

    /** A point in time: RFC 3339 in UTC, years 1000 to 2999, at most microseconds. */
    record TimeType(@Nullable String name, String description) implements ValueType {

        public static final String EXAMPLE = "2026-01-31T12:00:00Z";

        /** The longest text of a time. */
        public static final int MAX_LENGTH = 27;

        /** The one form of a time; every date-time of a spec names it, so that all languages agree. */
        public static final String PATTERN =
                "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]" + "(\\.[0-9]{1,6})?Z$";
    }

    /**
     * A whole number between two bounds, both inclusive and within 64 bits.
     *
     * @param example a number between them
     */
    record IntegerType(@Nullable String name, String description, long minimum, long maximum, long example)
            implements ValueType {

        /** Whether 32 bits hold every value. */
        public boolean fits32Bits() {
            return minimum >= Integer.MIN_VALUE && maximum <= Integer.MAX_VALUE;
        }
    }

    /**
     * One of a few texts.
     *
     * @param example one of the values
     */
    record EnumType(String name, String description, List<String> values, String example) implements ValueType {}

    /**
     * Several named properties.
     *
     * @param personal whether it says something of a person and so must not be printed
     */
    record RecordType(String name, String description, boolean personal, List<Property> properties)
            implements ValueType {}

    /** A list; its elements are never lists themselves. */
    record ListType(ValueType element, int minItems, int maxItems) implements ValueType {

        @Override
        public @Nullable String name() {
            return null;
        }
    }
}
