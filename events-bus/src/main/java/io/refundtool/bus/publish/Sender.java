package io.refundtool.bus.publish;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param name of the caller, for {@code published_by}; cut to {@link #MAX_NAME_LENGTH} characters
 * @param traceparent the request's trace context, for events that name none; not checked
 */
public record Sender(String name, @Nullable String traceparent) {

    /** Longest name that is kept, in characters. */
    public static final int MAX_NAME_LENGTH = 128;

    public Sender {
        name = Texts.abbreviate(name, MAX_NAME_LENGTH);
    }
}
