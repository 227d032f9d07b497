package io.refundtool.sandbox.system;

import java.util.Map;

/**
 * How long services wait for others and how often they try: as their own configuration says, or, so that a run with faults
 * ends within minutes, hardly at all.
 *
 * @param refundService properties of refund-service
 * @param fiscalizationService properties of fiscalization-service
 * @param notificationsService properties of notifications-service
 */
record Patience(
        Map<String, String> refundService,
        Map<String, String> fiscalizationService,
        Map<String, String> notificationsService) {

    static final Patience USUAL =
            new Patience(Map.of(), Map.of("refundtool.fiscalization.retry.silence", "10s"), Map.of());

    static final Patience SHORT = new Patience(
            Map.ofEntries(
                    Map.entry("refundtool.deadlines.check-interval", "100ms"),
                    Map.entry("refundtool.deadlines.clarification.first", "5s"),
                    Map.entry("refundtool.deadlines.payment.first", "1s"),
                    Map.entry("refundtool.deadlines.payment.factor", "2"),
                    Map.entry("refundtool.deadlines.payment.longest", "16s"),
                    Map.entry("refundtool.deadlines.payment.attempts", "5"),
                    Map.entry("refundtool.deadlines.reversal.first", "1s"),
                    Map.entry("refundtool.deadlines.reversal.factor", "2"),
                    Map.entry("refundtool.deadlines.reversal.longest", "16s"),
                    Map.entry("refundtool.deadlines.reversal.attempts", "5"),
                    Map.entry("refundtool.deadlines.receipt.first", "2s"),
                    Map.entry("refundtool.deadlines.receipt.factor", "2"),
                    Map.entry("refundtool.deadlines.receipt.longest", "16s"),
                    Map.entry("refundtool.deadlines.receipt.attempts", "4"),
                    Map.entry("refundtool.deadlines.notification.first", "2s")),
            Map.of(
                    "refundtool.fiscalization.retry.silence", "2s",
                    "refundtool.fiscalization.retry.first-backoff", "200ms",
                    "refundtool.fiscalization.retry.max-backoff", "2s",
                    "refundtool.fiscalization.retry.service-failures", "4",
                    "refundtool.fiscalization.retry.polls", "10",
                    "refundtool.fiscalization.work.report-pace", "20ms",
                    "refundtool.fiscalization.atol.request-timeout", "2s",
                    "refundtool.fiscalization.atol.breaker-pause", "500ms"),
            Map.of(
                    "refundtool.notifications.retry.max-attempts", "5",
                    "refundtool.notifications.retry.first-pause", "200ms",
                    "refundtool.notifications.retry.longest-pause", "1s"));
}
