package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.TextType;

/** Compares the limits of two types of the same kind. */
final class LimitComparison {

    /** Takes a difference; the key is where in the schema of the spot it stands. */
    interface Sink {
        void add(Rule rule, Spot spot, String key, String sentence);
    }

    private final Spot spot;
    private final Sink sink;

    LimitComparison(Spot spot, Sink sink) {
        this.spot = spot;
        this.sink = sink;
    }

    void of(TextType before, TextType after) {
        lower("minLength", before.minLength(), after.minLength());
        upper("maxLength", before.maxLength(), after.maxLength());
        if (!before.pattern().equals(after.pattern())) {
            sink.add(
                    Rule.PATTERN_CHANGED,
                    spot,
                    "pattern",
                    "Expected pattern of %s to stay %s, but it is %s"
                            .formatted(spot.label(), before.pattern(), after.pattern()));
        }
    }

    void of(IntegerType before, IntegerType after) {
        lower("minimum", before.minimum(), after.minimum());
        upper("maximum", before.maximum(), after.maximum());
    }

    void of(ListType before, ListType after) {
        lower("minItems", before.minItems(), after.minItems());
        upper("maxItems", before.maxItems(), after.maxItems());
    }

    void of(EnumType before, EnumType after) {
        before.values().stream()
                .filter(value -> !after.values().contains(value))
                .forEach(value -> sink.add(
                        Rule.VALUE_REMOVED,
                        spot,
                        "enum",
                        "Expected value '%s' of %s to stay, but it is gone".formatted(value, spot.label())));
        after.values().stream()
                .filter(value -> !before.values().contains(value))
                .forEach(value -> sink.add(
                        Rule.VALUE_ADDED,
                        spot,
                        "enum",
                        "Expected %s to have no new value, but it has '%s'".formatted(spot.label(), value)));
    }

    private void lower(String key, long before, long after) {
        limit(key, before, after, after < before);
    }

    private void upper(String key, long before, long after) {
        limit(key, before, after, after > before);
    }

    private void limit(String key, long before, long after, boolean wider) {
        if (before != after) {
            sink.add(
                    wider ? Rule.LIMIT_WIDENED : Rule.LIMIT_NARROWED,
                    spot,
                    key,
                    "Expected %s of %s to stay %d, but it is %d".formatted(key, spot.label(), before, after));
        }
    }
}
