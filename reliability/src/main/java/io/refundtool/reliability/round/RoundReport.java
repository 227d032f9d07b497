package io.refundtool.reliability.round;

import java.time.Duration;
import java.util.List;

/**
 * What a round came to.
 *
 * @param requested how many refunds were asked for
 * @param standstills how long refunds did not flow everywhere, by fault
 * @param findings what is wrong, in sentences that name the refund
 */
record RoundReport(int requested, List<Standstill> standstills, List<String> findings, Duration took) {

    RoundReport {
        standstills = List.copyOf(standstills);
        findings = List.copyOf(findings);
    }

    boolean good() {
        return findings.isEmpty();
    }
}
