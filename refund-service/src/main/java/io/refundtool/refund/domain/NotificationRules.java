package io.refundtool.refund.domain;

import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.events.notifications.NotificationsUpdate;

/** What Notifications' word adds: a refund is complete once the customer was told, or cannot be. */
final class NotificationRules {

    private NotificationRules() {}

    static Step step(Refund refund, EventMeta meta, NotificationsUpdate update) {
        return switch (update) {
            case CustomerNotified told -> told(refund, meta, told.notifiedOf(), NotificationResult.NOTIFIED);
            case NotificationFailed failed -> told(refund, meta, failed.notifiedOf(), NotificationResult.FAILED);
        };
    }

    /** Only the word of success is waited for; it is kept until it is needed. */
    private static Step told(Refund refund, EventMeta meta, RefundStatus of, NotificationResult result) {
        return of == RefundStatus.FISCALIZED && refund.ledger().told() == NotificationResult.NONE
                ? new Step.Noted(refund.with(refund.ledger().with(result)), "Kept until the refund is fiscalized")
                : Reasons.ignored(refund, meta, "the first word that the customer was told of success");
    }
}
