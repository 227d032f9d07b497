package io.refundtool.bus.http;

import io.refundtool.bus.publish.Sender;
import io.refundtool.bus.security.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Who a request is from. */
final class Senders {

    private Senders() {}

    /** The caller, and the trace that its request belongs to. */
    static Sender of(Caller caller, HttpServletRequest request) {
        return new Sender(caller.name(), request.getHeader("traceparent"));
    }
}
