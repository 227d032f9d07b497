package io.refundtool.messaging;

import java.io.Serial;

/**
 * An event of the batch can be read, but must not be worked on. As with an event that the database refuses, the batch is
 * parted until this event is alone, and then it goes to the dead letters with this cause.
 *
 * <p>Trap: the message goes to the dead letters; {@link #code()} is for logs.
 */
public final class RefusedEventException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * A refusal.
     *
     * @param code what {@code dl_cause} will be
     * @param sentence "Expected …, but …"
     */
    public RefusedEventException(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The event came before under its id, with another content. */
    public static RefusedEventException conflict(ReceivedEvent event) {
        return new RefusedEventException(DeadLetters.EVENT_CONFLICT, DeadLetters.conflict(event.envelope()));
    }

    public String code() {
        return code;
    }
}
