package io.refundtool.sandbox.audit;

import java.util.List;

/** Nothing went to the dead letters. */
final class DeadLetterRule {

    private DeadLetterRule() {}

    static List<Finding> check(Evidence evidence) {
        return evidence.deadLetters().stream()
                .map(letter -> Finding.ofNobody("Expected no dead letters, but there is one: " + letter))
                .toList();
    }
}
