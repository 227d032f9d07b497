package io.refundtool.refund.domain;

import java.util.List;

/** One change of a refund that others are told of. */
record Turn(Refund next, List<Telling> tellings) {

    Turn {
        tellings = List.copyOf(tellings);
    }

    /** The refund in another state, told by that state's own event. */
    static Turn to(Refund refund, RefundState next) {
        return new Turn(refund.in(next), List.of(new Telling.State()));
    }
}
