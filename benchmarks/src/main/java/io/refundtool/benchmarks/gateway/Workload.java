package io.refundtool.benchmarks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.EventType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Events of one type as a producer writes them, of many orders. A run sends them again and again: an event that is the
 * same again is checked and written like a new one.
 *
 * @param name for the report
 * @param type of all of them
 * @param items in Nakadi's form
 */
record Workload(String name, EventType type, List<String> items) {

    static final int BATCH = 100;
    private static final int EVENTS = 10_000;
    private static final int LINES = 10;

    /** Some 280 bytes of JSON. */
    static Workload small() {
        return of("money-refunded", EventType.PAYMENT_MONEY_REFUNDED_V1, """
                {"orderId":"o-%1$d","refundId":"r-%1$d","country":"DE","part":1,"idempotencyKey":"r-%1$d/1",\
                "transactionId":"t-%1$d","currency":"EUR","amountMinor":1999,"refundedAt":"2026-01-31T12:00:00Z"}""");
    }

    /** Some 2.5 KB of JSON: an order of ten lines. */
    static Workload large() {
        return of("refund-requested", EventType.BOB_REFUND_REQUESTED_V1, """
                {"orderId":"o-%1$d","refundId":"r-%1$d","country":"DE","requestedAt":"2026-01-31T12:00:00Z",\
                "order":{"orderedAt":"2026-01-01T12:00:00Z","currency":"EUR",\
                "customer":{"customerId":"c-%1$d","language":"de","email":"somebody@example.org"},\
                "payments":[{"paymentId":"p-%1$d","tender":"card","amountMinor":99950,\
                "capturedAt":"2026-01-01T12:00:01Z"}],\
                "lines":[LINES]},"lines":[{"lineId":"1","quantity":1,"amountMinor":999}]}""".replace("LINES", lines()));
    }

    List<byte[]> batches() {
        return IntStream.range(0, items.size() / BATCH)
                .mapToObj(batch -> items.subList(batch * BATCH, (batch + 1) * BATCH))
                .map(events -> events.stream().collect(Collectors.joining(",", "[", "]")))
                .map(json -> json.getBytes(UTF_8))
                .toList();
    }

    List<byte[]> singles() {
        return items.stream().map(item -> ("[" + item + "]").getBytes(UTF_8)).toList();
    }

    private static Workload of(String name, EventType type, String data) {
        String item = "{\"metadata\":{\"eid\":\"%s-%%1$d\",\"occurred_at\":\"2026-01-31T12:00:00Z\"},\"data\":%s}"
                .formatted(name, data);
        return new Workload(
                name, type, IntStream.range(0, EVENTS).mapToObj(item::formatted).toList());
    }

    private static String lines() {
        return IntStream.rangeClosed(1, LINES).mapToObj("""
                        {"lineId":"%d","sku":"85123A","name":"White hanging heart T-light holder","quantity":2,\
                        "unitPriceMicros":9995000,"vatRate":"vat20","paymentMethod":"full_payment",\
                        "paymentObject":1}"""::formatted).collect(Collectors.joining(","));
    }
}
