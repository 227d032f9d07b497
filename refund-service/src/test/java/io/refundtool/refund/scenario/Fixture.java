package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.refund.scenario.Scenario.Given;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** What the steps of a scenario may leave out, as far as it was read: the order, and what was asked so far. */
final class Fixture {

    static final String FIRST_REFUND = "R-1";

    private static final int MICROS_DIGITS = 6;

    private final Given given;
    private final Map<String, Long> asked = new HashMap<>();

    Fixture(Given given) {
        this.given = given;
    }

    Given given() {
        return given;
    }

    /** Later steps may rely on what this event asked. */
    void read(Event event) {
        if (event instanceof RefundRequested request) {
            long sum = request.lines().stream()
                    .mapToLong(RequestedLine::amountMinor)
                    .sum();
            asked.putIfAbsent(event.refundId(), sum);
        }
    }

    /** What a refund is about, in minor units; the price of one piece as long as nobody asked. */
    long asked(String refundId) {
        return asked.getOrDefault(refundId, Math.max(1, onePiece().amountMinor()));
    }

    /** One piece of the order's first line, at its price. */
    RequestedLine onePiece() {
        OrderLine first = given.order().lines().getFirst();
        long price = BigDecimal.valueOf(first.unitPriceMicros(), MICROS_DIGITS)
                .movePointRight(currencyDigits())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new RequestedLine(first.lineId(), 1, price);
    }

    int currencyDigits() {
        return Math.max(0, Currency.getInstance(given.currency().wire()).getDefaultFractionDigits());
    }

    int digits(String component) {
        return component.endsWith("Micros") ? MICROS_DIGITS : component.endsWith("Minor") ? currencyDigits() : 0;
    }
}
