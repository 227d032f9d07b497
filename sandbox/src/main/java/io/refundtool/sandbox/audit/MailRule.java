package io.refundtool.sandbox.audit;

import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer got at most one mail about a status of a refund; one that says that it is completed, unless the refund says
 * that this failed or that nobody knows, and none when it never was.
 */
final class MailRule {

    private MailRule() {}

    static List<Finding> check(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Map<Notified, Integer> mails = new HashMap<>();
        evidence.mails().forEach((messageId, count) -> {
            Notified about = evidence.messages().get(messageId);
            if (about == null) {
                findings.add(Finding.ofNobody("Expected mail " + messageId
                        + " to be about some refund, but notifications-service told of none"));
            } else {
                mails.merge(about, count, Integer::sum);
            }
        });
        evidence.messages().forEach((messageId, about) -> {
            if (!evidence.mails().containsKey(messageId)) {
                findings.add(Finding.of(
                        about.refund(),
                        "Expected mail %s that the customer was told with, but it did not arrive"
                                .formatted(messageId)));
            }
        });
        mails.forEach((about, count) -> once(about, count, findings));
        evidence.updates().forEach((refund, last) -> check(refund, last, mails, findings));
        return findings;
    }

    private static void once(Notified about, int count, List<Finding> findings) {
        if (count > 1) {
            findings.add(Finding.of(
                    about.refund(),
                    "Expected at most one mail about %s, but there are %d"
                            .formatted(about.of().wire(), count)));
        }
    }

    private static void check(RefundKey refund, LastUpdate last, Map<Notified, Integer> mails, List<Finding> findings) {
        boolean told = mails.containsKey(new Notified(refund, RefundStatus.FISCALIZED));
        boolean must = last.status() == RefundStatus.COMPLETED
                && last.hasEmail()
                && last.notification() == NotificationResult.NOTIFIED;
        boolean mayNot = last.status() == RefundStatus.COMPLETED
                && last.hasEmail()
                && last.notification() == NotificationResult.NONE;
        if (must && !told) {
            findings.add(Finding.of(refund, "Expected a mail that says that it is completed, but there is none"));
        }
        if (mayNot) {
            findings.add(Finding.of(
                    refund,
                    "Expected a word on whether the customer was told that it is completed, but there is none"));
        }
        if (told && !last.wasFiscalized()) {
            findings.add(Finding.of(refund, "Expected no mail that says that it is completed, since it never was"));
        }
    }
}
