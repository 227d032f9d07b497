package io.refundtool.events.checks;

import io.refundtool.events.InvalidEventException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the constant of an enum by its text on the wire. */
public final class WireNames<E extends Enum<E> & WireEnum> {

    /** How many values, and how much of a wrong one, a message shows. */
    private static final int MAX_SHOWN_VALUES = 16;

    private static final int MAX_SHOWN_LENGTH = 40;

    private final Map<String, E> constants = new HashMap<>();
    private final String expectation;

    public WireNames(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.wire(), constant);
        }
        expectation = constants.size() > MAX_SHOWN_VALUES
                ? "be one of the %d values of %s".formatted(constants.size(), type.getSimpleName())
                : "be one of "
                        + String.join(", ", constants.keySet().stream().sorted().toList());
    }

    /**
     * The constant of a text.
     *
     * @throws InvalidEventException if there is none; its path is empty
     */
    public E get(@Nullable String wire) {
        E constant = constants.get(wire);
        if (constant == null) {
            throw new InvalidEventException("", expectation, "it is " + shown(wire));
        }
        return constant;
    }

    public Optional<E> find(@Nullable String wire) {
        return Optional.ofNullable(constants.get(wire));
    }

    /** The value as it may stand in a log: cut, and without anything that could look like a line of its own. */
    private static String shown(@Nullable String wire) {
        if (wire == null) {
            return "missing";
        }
        String cut = wire.length() > MAX_SHOWN_LENGTH ? wire.substring(0, MAX_SHOWN_LENGTH) + "…" : wire;
        return "'" + cut.replaceAll("[^\\x20-\\x7E…]", "?") + "'";
    }
}
