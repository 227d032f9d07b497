package io.refundtool.refund.query;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Another instance did not answer, or cannot tell just now. */
public final class PeerAwayException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    PeerAwayException(Peer peer, String what, @Nullable Throwable cause) {
        super("Expected instance %s to answer, but %s".formatted(peer, what), cause);
    }
}
