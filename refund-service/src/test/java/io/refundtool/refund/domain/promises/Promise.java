package io.refundtool.refund.domain.promises;

/** Something that has to hold for whatever is generated. */
@FunctionalInterface
interface Promise {

    /**
     * Plays one history or a few.
     *
     * @throws AssertionError when it is broken
     */
    void tryOut(Choices choices, Journal journal);
}
