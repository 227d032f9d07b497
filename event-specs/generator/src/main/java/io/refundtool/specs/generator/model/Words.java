package io.refundtool.specs.generator.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a name in another case. */
public final class Words {

    private Words() {}

    /** {@code money-refunded} as {@code MoneyRefunded}. */
    public static String pascal(String kebab) {
        return Arrays.stream(kebab.split("[-.]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code money-refunded}, {@code payment.update.v1} or {@code moneyRefunded} as a constant such as {@code MONEY_REFUNDED}. */
    public static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[-.]", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** The name of an event's type: the first version has the plain name, later ones say theirs. */
    public static String typeName(EventSpec event) {
        return pascal(event.event()) + (event.version() == 1 ? "" : "V" + event.version());
    }
}
