package io.refundtool.specs.generator.read;

import java.util.Comparator;

/**
 * Something in a spec that breaks a rule.
 *
 * @param file the path below the directory of specs
 * @param line counted from 1
 * @param reason a sentence "Expected …, but …"
 */
public record Finding(String file, int line, String reason) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file).thenComparingInt(Finding::line).thenComparing(Finding::reason);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
