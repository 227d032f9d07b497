package io.refundtool.fiscalization.domain;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The external id is the idempotency key at the cash register: made of the movement and the receipt's ordinal, so that
 * a receipt sent again after a crash has the same one. It begins with {@code refund-}, {@code correction-} or
 * {@code reversal-}, because a receipt under the external id of another (or of the sale) would be answered with the
 * other's uuid. A registration that ended in failure is used up: the next one takes a suffix. The grammar can be read
 * back in one way only, so no two receipts share an id.
 */
public final class ExternalIds {
    public static final int MAX_LENGTH = 128;

    private static final Pattern SUFFIX = Pattern.compile("-t([1-9][0-9]{0,8})");

    private ExternalIds() {}

    /**
     * The id of a registration.
     *
     * @param movementId at most 100 characters
     * @param ordinal which receipt of the movement, from 1
     * @param registration 1 for the first registration, counted up after each that ended in failure
     */
    public static String of(FiscalOperation operation, String movementId, int ordinal, int registration) {
        String first = operation.idPrefix() + "-" + movementId + "-r" + ordinal;
        return registration == 1 ? first : first + "-t" + registration;
    }

    /** Which registration has this id, as {@link #of} counts them; empty if it is none of that receipt. */
    public static OptionalInt registrationOf(
            FiscalOperation operation, String movementId, int ordinal, String externalId) {
        String first = of(operation, movementId, ordinal, 1);
        if (externalId.equals(first)) {
            return OptionalInt.of(1);
        }
        Matcher suffix = SUFFIX.matcher(externalId.startsWith(first) ? externalId.substring(first.length()) : "");
        return suffix.matches() ? OptionalInt.of(Integer.parseInt(suffix.group(1))) : OptionalInt.empty();
    }
}
