package io.refundtool.sandbox.feed;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order as the shop exported it.
 *
 * @param customerId empty when the shop knows none
 */
record ShopOrder(
        String orderId, Instant orderedAt, Country country, CurrencyCode currency, String customerId, Lines lines) {

    /**
     * @param name may be empty
     * @param unitPriceMicros in millionths of the currency's unit, since a price may be finer than its currency
     */
    record Line(String lineId, String sku, String name, int quantity, long unitPriceMicros) {}

    /** The lines that were read, and whether there were others that could not be. */
    static final class Lines {

        private final Map<String, Line> byId = new LinkedHashMap<>();
        private boolean incomplete;

        void add(Line line) throws MalformedRowException {
            if (byId.putIfAbsent(line.lineId(), line) != null) {
                throw new MalformedRowException(
                        "Expected line_id to be unique in its order, but " + line.lineId() + " was there before");
            }
        }

        void markIncomplete() {
            incomplete = true;
        }

        /** The line was sold, or could not have been in a row that was left out. */
        boolean canTellOf(String lineId) {
            return !incomplete || byId.containsKey(lineId);
        }

        List<Line> all() {
            return new ArrayList<>(byId.values());
        }
    }

    boolean agreesWith(ShopOrder other) {
        return orderedAt.equals(other.orderedAt)
                && country == other.country
                && currency == other.currency
                && customerId.equals(other.customerId);
    }
}
