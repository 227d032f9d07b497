package io.refundtool.messaging;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.operator.NoteAdded;
import java.time.Instant;
import java.util.UUID;

/** Valid events, each as small as its spec allows. */
public final class TestEvents {

    public static final Instant TIME = Instant.parse("2026-03-01T10:15:30.123456Z");
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private TestEvents() {}

    public static Envelope<NoteAdded> noteAdded(String orderId, String note) {
        return new Envelope<>(
                UUID.randomUUID().toString(),
                "/refund-service",
                TIME,
                TRACEPARENT,
                new NoteAdded(orderId, orderId + "-r1", Country.GB, "anna", "because", TIME, note));
    }

    public static Envelope<ReceiptNotRequired> receiptNotRequired(String id, String orderId, String movementId) {
        return new Envelope<>(
                id,
                "/fiscalization-service",
                TIME,
                null,
                new ReceiptNotRequired(orderId, orderId + "-r1", Country.GB, movementId, "not in Russia", TIME));
    }

    /** An order id that no other test has. */
    public static String newOrderId() {
        return "o-" + UUID.randomUUID();
    }
}
