package io.refundtool.messaging.postgres;

import io.refundtool.messaging.ReceivedEvent;
import java.util.List;

/** Tells new events of a reading from those that came before, and remembers them, in the caller's transaction. */
public interface SeenEvents {

    /**
     * Those that are new, in their order; from now on they are not.
     *
     * @throws io.refundtool.messaging.RefusedEventException one came before with another content
     */
    List<ReceivedEvent> fresh(List<ReceivedEvent> batch);

    /** Whether this one is new, as {@link #fresh}; it was a dead letter, so that its place in the topic says nothing. */
    default boolean remember(ReceivedEvent publishedAgain) {
        return !fresh(List.of(publishedAgain)).isEmpty();
    }
}
