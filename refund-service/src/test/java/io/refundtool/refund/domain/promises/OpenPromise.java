package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.RefundEvent;
import java.util.List;

/** A promise about any sequence of events, so that a broken one can be shrunk event by event, too. */
record OpenPromise(Check check) implements Promise {

    /** Whether a sequence of events keeps the promise. */
    @FunctionalInterface
    interface Check {

        /**
         * Plays the events.
         *
         * @throws AssertionError when they break the promise
         */
        void of(List<RefundEvent> events, Journal journal);
    }

    @Override
    public void tryOut(Choices choices, Journal journal) {
        check.of(ArbitraryHistory.generated(choices), journal);
    }
}
