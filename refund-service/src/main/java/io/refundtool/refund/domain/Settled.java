package io.refundtool.refund.domain;

/** Brings a refund in line with itself after it came to know something: results of its parts, and what it waits for. */
final class Settled {

    private Settled() {}

    static Refund of(Refund refund) {
        return Waits.watched(Payouts.refreshed(refund));
    }
}
