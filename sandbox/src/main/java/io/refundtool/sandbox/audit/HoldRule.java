package io.refundtool.sandbox.audit;

import io.refundtool.events.common.RefundStatus;
import java.util.List;

/** A refund on hold says why, in a sentence that an operator can act upon. */
final class HoldRule {

    private static final int FEWEST_WORDS = 4;

    private HoldRule() {}

    static List<Finding> check(Evidence evidence) {
        return evidence.updates().entrySet().stream()
                .filter(entry -> entry.getValue().status() == RefundStatus.ON_HOLD)
                .filter(entry -> !isExplained(entry.getValue()))
                .map(entry -> Finding.of(
                        entry.getKey(),
                        "Expected a code and a sentence why it is on hold, but they are '%s' and '%s'"
                                .formatted(
                                        entry.getValue().code(),
                                        entry.getValue().reason())))
                .toList();
    }

    private static boolean isExplained(LastUpdate last) {
        return last.code() != null && last.reason().strip().split("\\s+").length >= FEWEST_WORDS;
    }
}
