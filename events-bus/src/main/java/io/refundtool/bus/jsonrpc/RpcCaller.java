package io.refundtool.bus.jsonrpc;

import io.refundtool.bus.publish.Sender;
import io.refundtool.events.EventType;
import java.util.Optional;

/** Whoever sent the calls of a body. */
public interface RpcCaller {

    Sender sender(EventType type);

    /** Why it may not write events of the type, "Expected …, but …"; nothing when it may. */
    Optional<String> refusal(EventType type);

    /** Why it may not send so many events at once, "Expected …, but …"; nothing when it may. */
    Optional<String> tooManyEvents(EventType type, int events);
}
