package io.refundtool.specs.generator.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes names that are free. */
public final class Identifiers {

    private Identifiers() {}

    /** {@code bank-transfer} as {@code BankTransfer}, {@code NOT_CLARIFIED} as {@code NotClarified}, {@code GBP} as it is. */
    public static String constant(String wire) {
        String[] words = wire.split("[-_]");
        return words.length == 1
                ? capital(wire)
                : Arrays.stream(words)
                        .map(word -> capital(word.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining());
    }

    public static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The name, with underscores at its end if it is taken; it is taken afterwards. */
    public static String claim(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }
}
