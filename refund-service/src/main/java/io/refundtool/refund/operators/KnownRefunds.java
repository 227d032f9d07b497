package io.refundtool.refund.operators;

import io.refundtool.events.common.Country;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.refund.query.StoreUnavailableException;
import java.util.Optional;

/** What the state machine knows of refunds, as far as a decision depends on it. */
public interface KnownRefunds {

    /**
     * The country of a refund; empty for a refund that nobody requested.
     *
     * @throws StoreUnavailableException when this instance cannot tell just now
     */
    Optional<Country> country(String orderId, String refundId);

    /**
     * The decision that is in the order's sequence under that event id.
     *
     * @throws StoreUnavailableException when this instance cannot tell just now
     */
    Optional<OperatorDecision> applied(String orderId, String eventId);
}
