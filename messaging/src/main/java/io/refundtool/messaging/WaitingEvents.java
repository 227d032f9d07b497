package io.refundtool.messaging;

import java.util.Optional;

/**
 * Events of one reading that wait for their turn, order by order. An order is held while its first one is a dead letter
 * about which nothing is decided yet; whatever comes later of the order waits behind it.
 *
 * <p>Every method is a transaction of its own, and may be called again after a crash at any moment.
 */
public interface WaitingEvents {

    /** For readings that keep none: nothing is held, nothing waits. */
    WaitingEvents NONE = new WaitingEvents() {
        @Override
        public void hold(ReceivedEvent refused) {
            // Nobody asked for the order to be kept.
        }

        @Override
        public Optional<WaitingEvent> next() {
            return Optional.empty();
        }

        @Override
        public void handle(WaitingEvent waiting, ReceivedEvent event) {
            throw new IllegalStateException("Expected no event to wait, but one is to be handled.");
        }

        @Override
        public void putAside(WaitingEvent waiting, ReceivedEvent event) {
            throw new IllegalStateException("Expected no event to wait, but one is put aside.");
        }

        @Override
        public void discard(WaitingEvent waiting) {
            throw new IllegalStateException("Expected no event to wait, but one is discarded.");
        }
    };

    /** A dead letter of this event is in Kafka: from now on its order waits. */
    void hold(ReceivedEvent refused);

    /** An event that is first of its order and may go on now. */
    Optional<WaitingEvent> next();

    /** Works on it, unless it has been worked on before, and lets the next of its order be first. */
    void handle(WaitingEvent waiting, ReceivedEvent event);

    /** It was refused, and a dead letter of it is in Kafka: its order waits on. */
    void putAside(WaitingEvent waiting, ReceivedEvent event);

    /** It goes, and the next of its order is first. */
    void discard(WaitingEvent waiting);
}
