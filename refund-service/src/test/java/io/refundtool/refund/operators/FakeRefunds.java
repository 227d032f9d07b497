package io.refundtool.refund.operators;

import io.refundtool.events.common.Country;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.refund.query.StoreUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the state machine knows, told by the test: every order has refund R-1, and order O-9 has nothing. */
public final class FakeRefunds implements KnownRefunds {

    public static final String UNKNOWN_ORDER = "O-9";

    final Map<String, OperatorDecision> applied = new HashMap<>();
    private @Nullable StoreUnavailableException unavailable;

    /** From now on nothing can be read. */
    public void restore() {
        unavailable = new StoreUnavailableException(new IllegalStateException("restoring"));
    }

    @Override
    public Optional<Country> country(String orderId, String refundId) {
        if (unavailable != null) {
            throw unavailable;
        }
        return orderId.equals(UNKNOWN_ORDER) || !refundId.equals("R-1") ? Optional.empty() : Optional.of(Country.DE);
    }

    @Override
    public Optional<OperatorDecision> applied(String orderId, String eventId) {
        return Optional.ofNullable(applied.get(eventId));
    }
}
