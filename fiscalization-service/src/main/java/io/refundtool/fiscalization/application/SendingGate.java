package io.refundtool.fiscalization.application;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops all sending when the credentials or the group are refused: no receipt is to blame, so none may fail for it.
 * After a mended configuration the service starts with an open gate; credentials that work again without a restart
 * open it for one receipt at first, and for all when that one is accepted.
 */
public final class SendingGate {
    private static final Logger LOG = LoggerFactory.getLogger(SendingGate.class);

    private enum Width {
        OPEN,
        ONE_AT_A_TIME,
        CLOSED
    }

    private record State(Width width, @Nullable String reason) {}

    private static final State OPEN = new State(Width.OPEN, null);

    private final AtomicReference<State> state = new AtomicReference<>(OPEN);

    public void close(String reason) {
        State before = state.getAndSet(new State(Width.CLOSED, reason));
        if (before.width() != Width.CLOSED) {
            LOG.error("No receipts are sent until the configuration of ATOL Online is mended: {}", reason);
        }
    }

    /** The credentials work again: the next receipt shows whether the rest does. */
    void tryOne() {
        State before = state.get();
        if (before.width() == Width.CLOSED
                && state.compareAndSet(before, new State(Width.ONE_AT_A_TIME, before.reason()))) {
            LOG.warn("The credentials of ATOL Online are accepted again; trying one receipt");
        }
    }

    void accepted() {
        State before = state.get();
        if (before.width() == Width.ONE_AT_A_TIME && state.compareAndSet(before, OPEN)) {
            LOG.warn("ATOL Online takes receipts again");
        }
    }

    /** How many receipts may be claimed at once, of those that one would like to. */
    int atMost(int wanted) {
        return switch (state.get().width()) {
            case OPEN -> wanted;
            case ONE_AT_A_TIME -> Math.min(1, wanted);
            case CLOSED -> 0;
        };
    }

    /** Why nothing is sent; empty while everything may be. */
    public Optional<String> closedFor() {
        return Optional.ofNullable(state.get().reason());
    }
}
