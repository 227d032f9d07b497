// Generated from the specs: change common/types.v1.yaml, not this file.
package io.refundtool.events.common;

import io.refundtool.events.checks.NumberLimit;
import io.refundtool.events.checks.TextLimit;

/** The limits of texts and numbers that have a name in the specs. */
public final class Limits {

    /** An order's id. 1 to 64 characters. */
    public static final TextLimit ORDER_ID = new TextLimit(1, 64, "^[A-Za-z0-9][A-Za-z0-9._:-]*$");

    /** A refund's id. 1 to 64 characters. */
    public static final TextLimit REFUND_ID = new TextLimit(1, 64, "^[A-Za-z0-9-]+$");

    /** A weight in grams. 0 to 9,223,372,036,854,775,807. */
    public static final NumberLimit GRAMS = new NumberLimit(0, 9_223_372_036_854_775_807L);

    private Limits() {}
}
