package io.refundtool.sandbox;

import io.refundtool.sandbox.audit.Finding;
import io.refundtool.sandbox.run.RunTracker;
import io.refundtool.sandbox.run.SettledAudit;
import io.refundtool.sandbox.system.RefundSystem;
import java.util.List;

/**
 * The audit of a system that goes on running. Refunds that are under way are differences, so it says most when nothing is.
 *
 * @param movements of money
 * @param findings what disagrees, in sentences
 */
record LiveAudit(int movements, int receipts, int mails, List<String> findings) {

    /** Takes seconds, and twenty times as long when there is something to find. */
    static LiveAudit of(RefundSystem system, RunTracker tracker) {
        try {
            List<Finding> findings = SettledAudit.of(system, tracker);
            return new LiveAudit(
                    system.payments().entries().size(),
                    system.receipts().receipts().size(),
                    system.mails(),
                    findings.stream().map(Finding::toString).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected time for an audit, but the sandbox stops", e);
        }
    }
}
