package io.refundtool.refund.domain;

import io.refundtool.events.archive.OrderArchived;
import io.refundtool.events.common.ArchivedRefund;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.ArchiveDecision.Leaves;
import io.refundtool.refund.domain.ArchiveDecision.Reason;
import io.refundtool.refund.domain.ArchiveDecision.Stays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order is forgotten if the archive holds it as it is: every refund at its end, none waiting for anything, and the last
 * update the one that the archive saw. The archive looks at a read model that is behind, so what it says may be old.
 */
public final class ArchiveRules {

    /** An order with more events than this stays, since an order is removed in one step. */
    public static final long MAX_EVENTS = 10_000;

    private ArchiveRules() {}

    /**
     * What the state machine knows of an order.
     *
     * @param events how many events its sequence has
     * @param lastUpdateId the id of the last update that was announced; null where none was
     * @param early whether answers wait for a refund that was not requested yet
     */
    public record Known(
            long events,
            Collection<Refund> refunds,
            @Nullable String lastUpdateId,
            boolean early) {}

    /** Whether the order leaves. */
    public static ArchiveDecision decide(Known known, OrderArchived archived) {
        if (known.events() == 0) {
            return stays(Reason.UNKNOWN, archived, "to be known", "it is not");
        }
        if (known.events() > MAX_EVENTS) {
            return stays(
                    Reason.LARGE, archived, "to have at most " + MAX_EVENTS + " events", "it has " + known.events());
        }
        if (known.early()) {
            return stays(Reason.EARLY, archived, "to have no answers that wait for a request", "it has");
        }
        if (!archived.lastUpdateId().equals(known.lastUpdateId())) {
            return stays(
                    Reason.CHANGED,
                    archived,
                    "to have changed last by update " + archived.lastUpdateId(),
                    "the last one is " + known.lastUpdateId());
        }
        return ofRefunds(known.refunds(), archived);
    }

    private static ArchiveDecision ofRefunds(Collection<Refund> refunds, OrderArchived archived) {
        for (Refund refund : refunds) {
            if (!refund.state().isFinal() || !Waits.of(refund).isEmpty()) {
                String found =
                        refund.refundId() + " is " + refund.status().wire() + " and waits for " + Waits.of(refund);
                return stays(Reason.OPEN, archived, "to have no refund that waits", found);
            }
        }
        Map<String, RefundStatus> known = refunds.stream().collect(Collectors.toMap(Refund::refundId, Refund::status));
        // The archive may hold more: an order that was forgotten may have a refund again.
        return statuses(archived).entrySet().containsAll(known.entrySet())
                ? new Leaves()
                : stays(Reason.CHANGED, archived, "to have the refunds " + statuses(archived), "it has " + known);
    }

    private static Map<String, RefundStatus> statuses(OrderArchived archived) {
        return archived.refunds().stream()
                .collect(Collectors.toMap(ArchivedRefund::refundId, ArchivedRefund::status, (first, _) -> first));
    }

    private static Stays stays(Reason reason, OrderArchived archived, String expected, String found) {
        return new Stays(reason, Reasons.sentence("Expected order %s %s, but %s", archived.orderId(), expected, found));
    }
}
