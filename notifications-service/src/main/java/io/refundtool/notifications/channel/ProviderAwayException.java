package io.refundtool.notifications.channel;

import java.io.Serial;

/** The provider cannot be reached, or will not talk to us at all; no message is to blame. */
public final class ProviderAwayException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public ProviderAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
