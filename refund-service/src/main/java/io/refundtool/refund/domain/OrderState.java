package io.refundtool.refund.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the state machine knows of one order: its refunds. The order itself (its lines and captured payments) comes anew with
 * every request and stays in the stored sequence; what outlives a request is what its refunds took from it.
 *
 * @param refunds by refund id, sorted, so that the same refunds are always written as the same bytes
 * @param early answers for refunds that are not requested yet, by refund id, in the order in which they came
 */
public record OrderState(Map<String, Refund> refunds, Map<String, List<RefundEvent>> early) {

    /** An order of which nothing is known. */
    public static final OrderState EMPTY = new OrderState(Map.of(), Map.of());

    public OrderState {
        refunds = Collections.unmodifiableMap(new TreeMap<>(refunds));
        early = Collections.unmodifiableMap(new TreeMap<>(early));
    }

    /** An order with these refunds. */
    public static OrderState of(Collection<Refund> refunds) {
        return new OrderState(refunds.stream().collect(Collectors.toMap(Refund::refundId, refund -> refund)), Map.of());
    }

    public Optional<Refund> refund(String refundId) {
        return Optional.ofNullable(refunds.get(refundId));
    }

    public Collection<Refund> all() {
        return refunds.values();
    }

    /** Answers that came before the refund's request. */
    public List<RefundEvent> early(String refundId) {
        return early.getOrDefault(refundId, List.of());
    }

    /** The order after an event, as the machine decided it. */
    public OrderState after(RefundEvent event, Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> with(accepted.next());
            case Decision.Early _ -> withEarly(event);
            case Decision.Ignored _, Decision.Refused _ -> this;
        };
    }

    /** The order with a refund as it is now; what came early for it is part of it. */
    public OrderState with(Refund refund) {
        Map<String, Refund> next = new TreeMap<>(refunds);
        next.put(refund.refundId(), refund);
        Map<String, List<RefundEvent>> stillEarly = new TreeMap<>(early);
        stillEarly.remove(refund.refundId());
        return new OrderState(next, stillEarly);
    }

    /** The order with one more answer for a refund that is not requested yet. */
    public OrderState withEarly(RefundEvent event) {
        String refundId = event.event().refundId();
        Map<String, List<RefundEvent>> next = new TreeMap<>(early);
        next.put(refundId, RefundLedger.plus(early(refundId), event));
        return new OrderState(refunds, next);
    }
}
