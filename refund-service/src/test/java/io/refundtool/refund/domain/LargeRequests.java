package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;

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
import java.util.List;
import java.util.stream.IntStream;

/** Requests with as many lines and as long texts as the specs let. */
public final class LargeRequests {

    /** 255 characters of 4 bytes each. */
    static final String WIDEST_TEXT = "𝄞".repeat(255);

    private LargeRequests() {}

    /** Just below the 999,000 bytes that the gateway takes. */
    public static RefundRequested asLargeAsTheGatewayLets(String refundId) {
        return request(refundId, 442, 442);
    }

    static RefundRequested request(String refundId, int lines, int entries) {
        List<OrderLine> sold =
                IntStream.range(0, lines).mapToObj(LargeRequests::sold).toList();
        List<RequestedLine> asked = IntStream.range(0, entries)
                .mapToObj(i -> new RequestedLine("L" + i % lines, 1, 1))
                .toList();
        OrderBasis basis = new OrderBasis(
                NOON,
                CurrencyCode.RUB,
                new Customer(null, null, null, null),
                List.of(new CapturedPayment("P-1", TenderKind.CARD, 1_000_000_000, NOON)),
                sold);
        return new RefundRequested(ORDER, refundId, Country.RU, NOON, null, basis, asked, null, null);
    }

    private static OrderLine sold(int number) {
        return new OrderLine(
                "L" + number,
                "S" + number,
                WIDEST_TEXT,
                1000,
                10_000,
                VatRate.VAT20,
                PaymentMethod.FULL_PAYMENT,
                1,
                WIDEST_TEXT);
    }
}
