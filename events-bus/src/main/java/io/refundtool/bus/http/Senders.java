package io.refundtool.bus.http;

import io.refundtool.bus.publish.Sender;
import io.refundtool.events.EventType;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who a request is from. */
final class Senders {

    private Senders() {}

    /** The authenticated caller; without one, the system that writes the events. */
    static Sender of(HttpServletRequest request, EventType type) {
        Principal caller = request.getUserPrincipal();
        String name = caller == null ? type.topic().writer() : caller.getName();
        return new Sender(name, request.getHeader("traceparent"));
    }
}
