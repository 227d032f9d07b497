package io.refundtool.refund.updates;

import java.util.Optional;

/** Where a listener's updates go. Each method may wait for the listener, and fails when that has gone. */
public interface UpdateStream {

    /** An update, and the id to go on behind it. */
    void update(Positions id, String json) throws ListenerGoneException;

    /** Nothing happened; the id may have moved on all the same. */
    void quiet(Positions id) throws ListenerGoneException;

    /** Updates before the first one that comes are not kept any more. */
    void gap() throws ListenerGoneException;

    /** The last. */
    void end(Optional<Ending> why) throws ListenerGoneException;
}
