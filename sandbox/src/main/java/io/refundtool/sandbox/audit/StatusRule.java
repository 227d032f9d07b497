package io.refundtool.sandbox.audit;

import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** BOB's copy, refund-service's answer and the last event say the same, of every request that was taken. */
final class StatusRule {

    private StatusRule() {}

    static List<Finding> check(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        evidence.accepted().stream()
                .filter(refund -> !evidence.asked().containsKey(refund))
                .map(refund ->
                        Finding.of(refund, "Expected the accepted request in bob.refund.v1, but it is not there"))
                .forEach(findings::add);
        evidence.asked().values().forEach(asked -> check(asked, evidence, findings));
        return findings;
    }

    private static void check(AskedRefund asked, Evidence evidence, List<Finding> findings) {
        RefundKey refund = asked.key();
        LastUpdate last = evidence.updates().get(refund);
        if (last == null) {
            findings.add(Finding.of(refund, "Expected an event in refund.update.v1, but there is none"));
            return;
        }
        View expected = last.view();
        @Nullable View bob = evidence.bob().get(refund);
        if ((bob == null || !expected.agreesWith(bob))
                && evidence.bobCountries().contains(asked.country())) {
            findings.add(Finding.of(
                    refund,
                    "Expected BOB's copy to be %s as the last event says, but it is %s"
                            .formatted(expected, bob == null ? "missing" : bob)));
        }
        @Nullable View service = evidence.service().get(refund);
        if (service == null || !expected.agreesWith(service)) {
            findings.add(Finding.of(
                    refund,
                    "Expected refund-service to answer %s as the last event says, but it answers %s"
                            .formatted(expected, service == null ? "that it knows no such refund" : service)));
        }
    }
}
