package io.refundtool.refund.domain;

import io.refundtool.events.refund.RefundUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact to announce.
 *
 * @param id derived from the order, the cause and the ordinal: the same cause always announces under the same id
 * @param time the cause's time
 */
public record Emission(String id, Instant time, RefundUpdate event) {

    static Emission of(EventMeta cause, int ordinal, RefundUpdate event) {
        // An event's id is unique for its writer only, and the type says who that is.
        String name = event.orderId() + '\n' + cause.type() + '\n' + cause.id() + '\n' + ordinal;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new Emission(id, cause.time(), event);
    }
}
