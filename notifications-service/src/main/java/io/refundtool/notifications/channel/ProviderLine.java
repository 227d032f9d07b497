package io.refundtool.notifications.channel;

import io.refundtool.notifications.domain.Answer;

/**
 * One thread's way to a provider, kept open between messages. Used by a single thread; every wait in it has a time limit
 * far below the lease of a claim.
 */
public interface ProviderLine extends AutoCloseable {

    /**
     * Hands one message over and waits for the answer. When it is unknown whether the provider took the message, the
     * answer is {@link Answer.Postponed}: the message is sent again with the same id.
     *
     * @throws ProviderAwayException if the provider cannot be reached or will not talk to us; then nothing of the message
     *     was handed over, and the attempt does not count against the message
     */
    Answer send(OutgoingMessage message) throws ProviderAwayException;

    /**
     * Looks whether a provider that was away is back, before anything is claimed for it. Need not do anything where there is
     * no connection to open.
     */
    default void dial() throws ProviderAwayException {}

    /** Hangs up. A later {@link #send} dials again. */
    @Override
    void close();
}
