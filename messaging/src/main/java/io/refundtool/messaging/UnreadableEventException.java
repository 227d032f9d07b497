package io.refundtool.messaging;

import java.io.Serial;

/**
 * A record is no event that this version of the specs knows. It is an expected answer of reading, so it is checked.
 *
 * <p>Trap: the message may quote the event, so it belongs into dead letters, not into logs; {@link #code()} is for logs.
 */
public final class UnreadableEventException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UnreadableCause code;

    UnreadableEventException(UnreadableCause code, String message) {
        super(message);
        this.code = code;
    }

    public UnreadableCause code() {
        return code;
    }

    /** The sentence, never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
