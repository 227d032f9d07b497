package io.refundtool.bus;

import static io.refundtool.bus.BadInput.GOOD;
import static io.refundtool.bus.BadInput.bytes;
import static io.refundtool.bus.BadInput.unreadable;
import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;

import io.refundtool.bus.publish.BatchLimits;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;

/** Requests that are refused before any event in them is looked at. */
final class BadBodies {

    private BadBodies() {}

    static Stream<BadInput> ofRequests() {
        return Stream.of(
                new BadInput("unknown event type", "payment.money-burnt.v1", bytes(batch(GOOD)), 404, "is none"),
                new BadInput(
                        "unknown version",
                        "payment.money-refunded.v7",
                        bytes(batch(GOOD)),
                        404,
                        "Expected a version that exists (payment.money-refunded.v1), but got payment.money-refunded.v7"),
                new BadInput(
                        "type of another writer",
                        "refund.approved.v1",
                        bytes(batch(GOOD)),
                        403,
                        "refund.approved.v1 is written by refund-service alone"),
                new BadInput(
                        "five megabytes",
                        MONEY_REFUNDED,
                        " ".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII),
                        413,
                        "4000000"),
                new BadInput(
                        "too many events",
                        MONEY_REFUNDED,
                        bytes(batch(Collections.nCopies(BatchLimits.MAX_ITEMS + 1, GOOD)
                                .toArray(String[]::new))),
                        413,
                        "at most 1000 events"));
    }

    static Stream<BadInput> ofJson() {
        byte[] broken = bytes("[\n" + GOOD.replace("t-1", "t-?") + "]");
        broken[indexOf(broken, '?')] = (byte) 0xC3;
        return Stream.of(
                new BadInput("broken UTF-8", MONEY_REFUNDED, broken, 400, "is not part of it (line 3, column 22)"),
                unreadable("broken JSON", "[\n{\"metadata\" 1}]", "(line 2, column 13)"),
                unreadable("cut off", batch(GOOD).substring(0, 40), "Expected JSON, but"),
                unreadable(
                        "not an array",
                        GOOD,
                        "Expected a JSON array of events, but it is an object (line 1, column 1)"),
                unreadable("empty body", "", "Expected a JSON array of events, but there is nothing"),
                unreadable("empty batch", "[]", "Expected at least one event, but the array is empty"),
                unreadable("two values", batch(GOOD) + "{}", "Expected nothing after the array"),
                unreadable("too deep", "[".repeat(40) + "]".repeat(40), "depth"),
                unreadable("duplicate key", batch(GOOD.replace("\"part\": 1", "\"part\": 1, \"part\": 2")), "uplicate"),
                unreadable(
                        "duplicate data",
                        batch(GOOD.replace("{\"metadata\"", "{\"data\": 1, \"metadata\"")),
                        "uplicate"),
                new BadInput(
                        "UTF-16",
                        MONEY_REFUNDED,
                        batch(GOOD).getBytes(StandardCharsets.UTF_16LE),
                        400,
                        "Expected JSON"));
    }

    private static int indexOf(byte[] bytes, char character) {
        int index = 0;
        while (bytes[index] != character) {
            index++;
        }
        return index;
    }
}
