// Generated from the specs: change common/types.v1.yaml, not this file.
package io.refundtool.events.common;

import io.refundtool.events.checks.TextLimit;

/**
 * A thing that was ordered &amp; its weight, &lt;= 1 t.
 *
 * @param name 1 to 255 characters.
 * @param grams A weight in grams. 0 to 9,223,372,036,854,775,807.
 */
public record Item(
        String name,
        long grams) {

    private static final TextLimit NAME = new TextLimit(1, 255, "^[^\\p{Cc}\\p{Cs}\\\\\"]*$");

    public Item {
        NAME.check("name", name);
        Limits.GRAMS.check("grams", grams);
    }
}
