package io.refundtool.bus;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A valid refund request that is too large to be written. */
final class LargeEvent {

    private static final String NAME = "n".repeat(255);

    private LargeEvent() {}

    /** With as many lines as make at least that many bytes, even without white space. */
    static String ofMoreThan(int bytes) {
        int lines = bytes / (NAME.length() + 120) + 1;
        String order =
                IntStream.rangeClosed(1, lines).mapToObj(LargeEvent::line).collect(Collectors.joining(","));
        String small = Samples.refundRequestedData();
        int start = small.indexOf("\"lines\": [") + "\"lines\": [".length();
        return small.substring(0, start) + order + small.substring(small.indexOf("]},", start));
    }

    private static String line(int number) {
        return """
                {"lineId": "%d", "sku": "85123A", "name": "%s", "quantity": 2, "unitPriceMicros": 9995000,
                 "vatRate": "vat20", "paymentMethod": "full_payment", "paymentObject": 1}""".formatted(number, NAME);
    }
}
