package io.refundtool.refund.operators;

import io.refundtool.events.EventCodec;
import io.refundtool.events.common.Country;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.refund.query.RefundQueries;
import io.refundtool.refund.query.StoreUnavailableException;
import io.refundtool.refund.streams.SequenceEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The decisions in the orders' stored sequences, and what the state machine made of them. */
public final class DecisionHistory implements KnownRefunds {

    /**
     * A decision in the order's sequence.
     *
     * @param entry where it stands, and what became of it
     */
    public record Applied(SequenceEntry entry, DecisionKind kind, OperatorDecision decision) {}

    private final RefundQueries queries;

    public DecisionHistory(RefundQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of the decisions about a refund, oldest first.
     *
     * @param after the order's sequence number before the first wanted
     * @throws StoreUnavailableException while the stores are being opened or restored
     */
    public List<Applied> of(String orderId, String refundId, long after, int limit) {
        return queries
                .events(
                        orderId,
                        after,
                        limit,
                        entry -> applied(entry)
                                .filter(it -> it.decision().refundId().equals(refundId))
                                .isPresent())
                .stream()
                .flatMap(entry -> applied(entry).stream())
                .toList();
    }

    @Override
    public Optional<Country> country(String orderId, String refundId) {
        return queries.refund(orderId, refundId).map(refund -> refund.asked().country());
    }

    @Override
    public Optional<OperatorDecision> applied(String orderId, String eventId) {
        return queries.events(orderId, 0, 1, entry -> entry.eventId().equals(eventId) && isDecision(entry)).stream()
                .flatMap(entry -> applied(entry).stream())
                .map(Applied::decision)
                .findFirst();
    }

    private static boolean isDecision(SequenceEntry entry) {
        return DecisionKind.of(entry.eventType()).isPresent();
    }

    private static Optional<Applied> applied(SequenceEntry entry) {
        return DecisionKind.of(entry.eventType())
                .map(kind -> new Applied(entry, kind, (OperatorDecision)
                        EventCodec.read(kind.eventType(), entry.data().getBytes(StandardCharsets.UTF_8))));
    }
}
