package io.refundtool.refund.web;

import io.refundtool.events.checks.WireEnum;
import io.refundtool.messaging.web.BadParameterException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that a request parameter may be. */
final class KnownWords {

    private KnownWords() {}

    static List<String> of(WireEnum[] values) {
        return Arrays.stream(values).map(WireEnum::wire).toList();
    }

    /**
     * Refuses a word that nobody knows; none is fine.
     *
     * @throws BadParameterException it is another one
     */
    static void require(String name, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw new BadParameterException(
                    "Expected %s to be one of %s, but it is %s".formatted(name, String.join(", ", known), value));
        }
    }
}
