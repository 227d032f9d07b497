package io.refundtool.events;

import io.refundtool.events.checks.Expect;
import io.refundtool.events.checks.TextLimit;
import io.refundtool.events.common.Limits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event with what its transport says of it: the attributes of CloudEvents 1.0.
 *
 * @param id unique for its source; 1 to 128 printable ASCII characters
 * @param source who wrote it, such as {@code /payment}; 1 to 128 printable ASCII characters
 * @param time when it happened; cut to microseconds, since nothing that stores it keeps more
 * @param traceparent of W3C Trace Context
 */
public record Envelope<E extends Event>(
        String id, String source, Instant time, @Nullable String traceparent, E event) {

    private static final TextLimit SOURCE = new TextLimit(1, 128, "^[\\x21-\\x7E]+$");
    private static final TextLimit TRACEPARENT =
            new TextLimit(55, 55, "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$");

    public Envelope {
        Limits.EVENT_ID.check("id", id);
        SOURCE.check("source", source);
        Expect.present("time", time);
        time = time.truncatedTo(ChronoUnit.MICROS);
        Expect.time("time", time);
        TRACEPARENT.checkIfPresent("traceparent", traceparent);
        Expect.present("event", event);
    }

    public EventType type() {
        return event.eventType();
    }
}
