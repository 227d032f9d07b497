package io.refundtool.refund.streams;

import io.refundtool.events.archive.OrderArchived;
import io.refundtool.refund.domain.ArchiveDecision;
import io.refundtool.refund.domain.ArchiveRules;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes an order from all stores once it was archived, in one step. An order that was archived again, or is not known,
 * changes nothing: nothing is kept of what was forgotten, not even that.
 */
final class OrderArchive {

    private static final Logger LOG = LoggerFactory.getLogger(OrderArchive.class);

    private final RefundParts parts;
    private final ArchiveMetrics metrics;

    OrderArchive(RefundParts parts, ArchiveMetrics metrics) {
        this.parts = parts;
        this.metrics = metrics;
    }

    void archived(OrderArchived event) {
        ArchiveDecision decision = ArchiveRules.decide(known(event.orderId()), event);
        switch (decision) {
            case ArchiveDecision.Leaves _ -> forget(event.orderId());
            case ArchiveDecision.Stays(ArchiveDecision.Reason reason, String sentence) -> {
                if (reason == ArchiveDecision.Reason.UNKNOWN) {
                    LOG.debug("An archived order is not known");
                } else {
                    LOG.info("An archived order stays: {}", sentence);
                }
            }
        }
        metrics.decided(decision);
    }

    private ArchiveRules.Known known(String orderId) {
        long events = parts.sequence().next(orderId) - 1;
        boolean readable = events <= ArchiveRules.MAX_EVENTS;
        return new ArchiveRules.Known(
                events,
                readable
                        ? parts.refunds().all(orderId).stream()
                                .map(WatchedRefund::refund)
                                .toList()
                        : List.of(),
                readable ? parts.sequence().lastAnnounced(orderId).orElse(null) : null,
                parts.early().anyOf(orderId));
    }

    private void forget(String orderId) {
        for (WatchedRefund watched : parts.refunds().all(orderId)) {
            Instant alarm = watched.alarm();
            if (alarm != null) {
                parts.alarms().remove(alarm, orderId, watched.refund().refundId());
            }
            parts.refunds().remove(watched);
        }
        parts.sequence().forget(orderId);
        LOG.debug("An archived order is removed");
    }
}
