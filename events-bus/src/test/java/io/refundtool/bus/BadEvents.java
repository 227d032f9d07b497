package io.refundtool.bus;

import static io.refundtool.bus.BadInput.bytes;
import static io.refundtool.bus.BadInput.refused;
import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.REFUND_REQUESTED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.item;
import static io.refundtool.bus.Samples.refundRequestedData;

import io.refundtool.bus.publish.BatchLimits;
import java.util.stream.Stream;

/** Events that are refused, each with one thing wrong. */
final class BadEvents {

    private BadEvents() {}

    static Stream<BadInput> ofData() {
        return Stream.of(
                refused("missing field", "\"part\": 1, ", "", "/data/part: must be there, but is missing"),
                refused(
                        "missing order id",
                        "\"orderId\": \"o-1\", ",
                        "",
                        "/data/orderId: must be there, but is missing"),
                refused(
                        "empty order id",
                        "\"o-1\"",
                        "\"\"",
                        "/data/orderId: must have at least 1 characters, but has 0"),
                refused("wrong type", "1999", "\"1999\"", "/data/amountMinor: must be an integer, but is a string"),
                refused("null", "1999", "null", "/data/amountMinor: must be an integer, but is null"),
                refused("fraction", "1999", "19.99", "/data/amountMinor: must be an integer, but is a number with"),
                refused("more than 64 bits", "1999", "99999999999999999999", "/data/amountMinor: must be at most 1"),
                refused("huge exponent", "1999", "1e999999999", "/data/amountMinor: must be"),
                refused("exponent of more than 32 bits", "1999", "1e99999999999", "/data/amountMinor: must be"),
                refused("negative amount", "1999", "-1999", "/data/amountMinor: must be at least 1, but is -1999"),
                refused("text too long", "\"t-1\"", '"' + "t".repeat(129) + '"', "at most 128 characters, but has 129"),
                refused("unknown country", "\"DE\"", "\"XX\"", "(251 in all), but is \"XX\""),
                refused(
                        "unknown property",
                        "\"part\"",
                        "\"prat\": 1, \"part\"",
                        "properties of its schema, but has \"prat\""),
                refused(
                        "day that is none",
                        "\"2026-01-31T12:00:00Z\"",
                        "\"2026-02-30T12:00:00Z\"",
                        "/data/refundedAt: must be a valid date-time"),
                refused("control character", "\"t-1\"", "\"t\\u0000\"", "/data/transactionId: must match"),
                new BadInput(
                        "zero quantity",
                        REFUND_REQUESTED,
                        bytes(batch(item("e", refundRequestedData().replace("\"quantity\": 1", "\"quantity\": 0")))),
                        422,
                        "/data/lines/0/quantity: must be at least 1, but is 0"),
                new BadInput(
                        "event above its size",
                        REFUND_REQUESTED,
                        bytes(batch(item("e", LargeEvent.ofMoreThan(BatchLimits.MAX_EVENT_BYTES)))),
                        422,
                        "/data: must have at most 999000 bytes"));
    }

    static Stream<BadInput> ofMetadata() {
        return Stream.of(
                refused("no eid", "\"eid\": \"e-bad-input\", ", "", "/metadata/eid: must be there, but is missing"),
                refused("eid with a space", "e-bad-input", "e bad", "/metadata/eid: must be 1 to 128 printable"),
                refused("eid too long", "e-bad-input", "e".repeat(129), "/metadata/eid: must be 1 to 128"),
                refused("no zone", "12:00:00+03:00", "12:00:00", "/metadata/occurred_at: must be an RFC 3339 time"),
                refused("nanoseconds", "12:00:00+", "12:00:00.123456789+", "with at most microseconds"),
                refused(
                        "no such day",
                        "2026-01-31T12:00:00+",
                        "2026-02-31T12:00:00+",
                        "/metadata/occurred_at: must be"),
                refused(
                        "received_at",
                        "\"eid\"",
                        "\"received_at\": \"x\", \"eid\"",
                        "/metadata: must not have \"received_at\""),
                refused("version", "\"eid\"", "\"version\": \"1\", \"eid\"", "/metadata: must not have \"version\""),
                refused(
                        "published_by",
                        "\"eid\"",
                        "\"published_by\": \"x\", \"eid\"",
                        "/metadata: must not have \"published_by\""),
                refused(
                        "partition",
                        "\"eid\"",
                        "\"partition\": \"0\", \"eid\"",
                        "/metadata: must not have \"partition\""),
                refused(
                        "other event_type",
                        "\"eid\"",
                        "\"event_type\": \"x\", \"eid\"",
                        "must be payment.money-refunded.v1"),
                refused(
                        "flow_id",
                        "\"eid\"",
                        "\"flow_id\": \"x\", \"eid\"",
                        "/metadata/flow_id: must be a traceparent"),
                refused("no data", "\"data\": ", "\"date\": ", "/data: must be there, but is missing"),
                new BadInput(
                        "no object", MONEY_REFUNDED, bytes("[17]"), 422, ": must be an object, but is an integer"));
    }
}
