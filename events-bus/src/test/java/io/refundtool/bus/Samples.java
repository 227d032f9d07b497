package io.refundtool.bus;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Events as producers write them, as text, so that tests can break them. */
public final class Samples {

    public static final String REFUND_REQUESTED = "bob.refund-requested.v1";
    public static final String MONEY_REFUNDED = "payment.money-refunded.v1";

    private Samples() {}

    public static String batch(String... items) {
        return Arrays.stream(items).collect(Collectors.joining(",", "[", "]"));
    }

    public static String item(String eid, String data) {
        return "{\"metadata\": {\"eid\": \"%s\", \"occurred_at\": \"2026-01-31T12:00:00+03:00\"}, \"data\": %s}"
                .formatted(eid, data);
    }

    public static String moneyRefunded(String eid) {
        return item(eid, moneyRefundedData());
    }

    public static String moneyRefundedData() {
        return """
                {"orderId": "o-1", "refundId": "r-1", "country": "DE", "part": 1, "idempotencyKey": "r-1/1",
                 "transactionId": "t-1", "currency": "EUR", "amountMinor": 1999, "refundedAt": "2026-01-31T12:00:00Z"}""";
    }

    public static String refundRequestedData() {
        return """
                {"orderId": "o-1", "refundId": "r-1", "country": "DE", "requestedAt": "2026-01-31T12:00:00Z",
                 "order": {"orderedAt": "2026-01-01T12:00:00Z", "currency": "EUR",
                   "customer": {"customerId": "c-1", "language": "de", "email": "somebody@example.org"},
                   "payments": [{"paymentId": "p-1", "tender": "card", "amountMinor": 1999,
                                 "capturedAt": "2026-01-01T12:00:01Z"}],
                   "lines": [{"lineId": "1", "sku": "85123A", "name": "T-light holder", "quantity": 2,
                              "unitPriceMicros": 9995000, "vatRate": "vat20", "paymentMethod": "full_payment",
                              "paymentObject": 1}]},
                 "lines": [{"lineId": "1", "quantity": 1, "amountMinor": 999}]}""";
    }
}
