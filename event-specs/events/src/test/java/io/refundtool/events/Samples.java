package io.refundtool.events;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.common.TenderKind;
import io.refundtool.events.common.VatRate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A request for a refund of two lines. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private Samples() {}

    static RefundRequested refundRequested() {
        return new RefundRequested("order-1", "refund-1", Country.GB, NOON, "too small", order(), lines(), null, null);
    }

    static String json() {
        return new String(EventCodec.write(refundRequested()), StandardCharsets.UTF_8);
    }

    static OrderBasis order() {
        return new OrderBasis(
                NOON,
                CurrencyCode.GBP,
                new Customer("c-1", "en", "ann@example.org", null),
                List.of(new CapturedPayment("p-1", TenderKind.CARD, 2_550, NOON)),
                List.of(orderLine("line-1"), orderLine("line-2")));
    }

    private static OrderLine orderLine(String lineId) {
        return new OrderLine(
                lineId, "85123A", "LANTERN", 6, 2_550_000, VatRate.VAT20, PaymentMethod.FULL_PAYMENT, 1, null);
    }

    private static List<RequestedLine> lines() {
        return List.of(new RequestedLine("line-1", 1, 255), new RequestedLine("line-2", 2, 510));
    }
}
