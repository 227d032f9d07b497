package io.refundtool.sandbox.audit;

import io.refundtool.sandbox.topic.RefundKey;
import org.jspecify.annotations.Nullable;

/**
 * Something that two ledgers disagree about.
 *
 * @param refund which refund it is; null when nobody's refund can be named, which is a finding in itself
 * @param sentence what was expected, and what is there instead
 */
public record Finding(@Nullable RefundKey refund, String sentence) {

    static Finding of(RefundKey refund, String sentence) {
        return new Finding(refund, sentence);
    }

    static Finding ofNobody(String sentence) {
        return new Finding(null, sentence);
    }

    @Override
    public String toString() {
        return (refund == null ? "no refund" : refund) + ": " + sentence;
    }
}
