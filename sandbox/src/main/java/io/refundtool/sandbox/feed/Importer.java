package io.refundtool.sandbox.feed;

import io.refundtool.events.InvalidEventException;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.RequestedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes BOB's events of a shop's rows, adding what the export does not say. */
final class Importer {

    private static final int MICROS_DIGITS = 6;

    private final ImportSettings settings;
    private final Map<String, ShopOrder> orders;
    /** Requests of one order share what they say of it. */
    private final Map<String, OrderBasis> bases = new HashMap<>();

    Importer(ImportSettings settings, Map<String, ShopOrder> orders) {
        this.settings = settings;
        this.orders = orders;
    }

    FeedRequest toRequest(ShopReturn asked) throws MalformedRowException {
        try {
            return asked.orderId().isEmpty() ? unattributed(asked) : attributed(asked);
        } catch (InvalidEventException e) {
            throw new MalformedRowException(String.valueOf(e.getMessage()));
        }
    }

    private FeedRequest attributed(ShopReturn asked) throws MalformedRowException {
        ShopOrder order = orders.get(asked.orderId());
        if (order == null) {
            throw new MalformedRowException(
                    "Expected order_id to be an order of the orders' file, but " + asked.orderId() + " is none");
        }
        for (ShopReturn.Line line : asked.lines()) {
            if (!order.lines().canTellOf(line.lineId())) {
                throw new MalformedRowException("Expected line " + line.lineId() + " of order " + asked.orderId()
                        + " in the orders' file, but its row may be one that was left out");
            }
        }
        OrderBasis basis = bases.computeIfAbsent(asked.orderId(), id -> basis(order));
        return new FeedRequest(event(asked, asked.orderId(), basis), true);
    }

    /** Nothing but the order id is missing from it, so that the gateway refuses it for that and nothing else. */
    private FeedRequest unattributed(ShopReturn asked) throws MalformedRowException {
        CurrencyCode currency = settings.currency();
        List<ShopReturn.Line> lines = new ArrayList<>();
        List<OrderLine> sold = new ArrayList<>();
        long captured = 0;
        for (ShopReturn.Line line : asked.lines()) {
            String lineId = line.lineId().isEmpty() ? Integer.toString(lines.size() + 1) : line.lineId();
            lines.add(new ShopReturn.Line(line.row(), lineId, line.sku(), line.quantity(), line.amount()));
            sold.add(orderLine(
                    new ShopOrder.Line(lineId, line.sku(), line.sku(), line.quantity(), pricePerPiece(line))));
            captured += Math.max(0, Money.toMinor(line.amount(), currency, "amount"));
        }
        OrderBasis basis = basis(asked.refundId(), asked.requestedAt(), currency, asked.customerId(), captured, sold);
        ShopReturn complete = new ShopReturn(
                asked.line(),
                asked.refundId(),
                asked.requestedAt(),
                "",
                asked.country(),
                asked.customerId(),
                lines,
                null);
        return new FeedRequest(event(complete, "unknown", basis), false);
    }

    private static long pricePerPiece(ShopReturn.Line line) {
        return line.amount()
                .divide(BigDecimal.valueOf(line.quantity()), MICROS_DIGITS, RoundingMode.HALF_UP)
                .movePointRight(MICROS_DIGITS)
                .longValue();
    }

    private static RefundRequested event(ShopReturn asked, String orderId, OrderBasis basis)
            throws MalformedRowException {
        List<RequestedLine> lines = new ArrayList<>();
        for (ShopReturn.Line line : asked.lines()) {
            long amount = Money.toMinor(line.amount(), basis.currency(), "amount");
            lines.add(new RequestedLine(line.lineId(), line.quantity(), amount));
        }
        return new RefundRequested(
                orderId, asked.refundId(), asked.country(), asked.requestedAt(), null, basis, lines, null, null);
    }

    private OrderBasis basis(ShopOrder order) {
        long captured = order.lines().all().stream()
                .mapToLong(line -> Money.lineTotal(line.unitPriceMicros(), line.quantity(), order.currency()))
                .sum();
        List<OrderLine> lines =
                order.lines().all().stream().map(this::orderLine).toList();
        return basis(order.orderId(), order.orderedAt(), order.currency(), order.customerId(), captured, lines);
    }

    private OrderBasis basis(
            String paymentOf,
            Instant orderedAt,
            CurrencyCode currency,
            String customerId,
            long captured,
            List<OrderLine> lines) {
        @Nullable String knownCustomer = customerId.isEmpty() ? null : customerId;
        return new OrderBasis(
                orderedAt,
                currency,
                new Customer(knownCustomer, settings.language(), settings.emailOf(customerId), null),
                List.of(new CapturedPayment("P-" + paymentOf, settings.tender(), captured, orderedAt)),
                lines);
    }

    private OrderLine orderLine(ShopOrder.Line line) {
        return new OrderLine(
                line.lineId(),
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPriceMicros(),
                settings.vatRate(),
                settings.paymentMethod(),
                settings.paymentObject(),
                null);
    }
}
