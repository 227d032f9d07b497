package io.refundtool.sandbox.audit;

import java.util.ArrayList;
import java.util.List;

/** Holds all ledgers side by side; what it finds is wrong, and says whose refund it is. */
public final class Audit {

    /** More findings than this are counted by whoever shows them, but not looked for. */
    static final int MAX_FINDINGS = 10_000;

    /** One thing that must hold between ledgers. */
    @FunctionalInterface
    interface Rule {
        List<Finding> check(Evidence evidence);
    }

    private static final List<Rule> RULES = List.of(
            StatusRule::check,
            HoldRule::check,
            MoneyRule::check,
            ReceiptRule::check,
            MailRule::check,
            OrderTotalRule::check,
            DeadLetterRule::check);

    private Audit() {}

    /** What disagrees; empty when everything is as it should be. */
    public static List<Finding> findings(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            findings.addAll(rule.check(evidence));
        }
        return findings.size() <= MAX_FINDINGS ? findings : findings.subList(0, MAX_FINDINGS);
    }
}
