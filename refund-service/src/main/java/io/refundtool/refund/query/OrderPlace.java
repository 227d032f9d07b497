package io.refundtool.refund.query;

import java.util.List;
import java.util.Optional;

/**
 * Who has an order, as far as this instance knows.
 *
 * @param owner who works on it; empty while nobody is known to
 * @param standbys who keep a copy
 */
public record OrderPlace(Optional<Peer> owner, List<Peer> standbys) {

    static final OrderPlace UNKNOWN = new OrderPlace(Optional.empty(), List.of());
}
