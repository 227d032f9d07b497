// Generated from the specs: change common/types.v1.yaml, not this file.
package io.refundtool.events.common;

import io.refundtool.events.checks.TextLimit;
import org.jspecify.annotations.Nullable;

/**
 * Who bought.
 *
 * @param email An e-mail address. At most 254 characters.
 */
public record Buyer(
        @Nullable String email) {

    private static final TextLimit EMAIL = new TextLimit(0, 254, "^[^\\p{Z}@\\p{Cc}\\p{Cs}]+@[^\\p{Z}@\\p{Cc}\\p{Cs}]+$");

    public Buyer {
        EMAIL.checkIfPresent("email", email);
    }

    /** Says nothing of the person, since a record is easily printed into a log. */
    @Override
    public String toString() {
        return "Buyer[personal data]";
    }
}
