package io.refundtool.refund.domain;

import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.common.RequestedLine;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of an order may still be refunded: what was sold and captured, less what refunds took or reserved. */
final class OrderLedger {

    /** Why a request cannot be granted. */
    record Shortfall(RejectionCode code, String reason) {}

    private final OrderBasis basis;
    private final Map<String, OrderLine> linesById;
    private final List<Refund> takers;

    OrderLedger(OrderBasis basis, Collection<Refund> refunds) {
        this.basis = basis;
        this.linesById = basis.lines().stream()
                .collect(Collectors.toMap(OrderLine::lineId, line -> line, (first, second) -> first));
        this.takers = refunds.stream().filter(Refund::reserves).toList();
    }

    Optional<OrderLine> line(String lineId) {
        return Optional.ofNullable(linesById.get(lineId));
    }

    /** The checks in their order: is anything asked, is the quantity there, is the amount there. */
    Optional<Shortfall> check(List<RequestedLine> asked) {
        long total = total(asked);
        return nothingToRefund(asked, total)
                .or(() -> quantityShortfall(asked))
                .or(() -> priceShortfall(asked, total))
                .or(() -> captureShortfall(total));
    }

    static long total(List<RequestedLine> asked) {
        return asked.stream().mapToLong(RequestedLine::amountMinor).sum();
    }

    /** How much of a captured payment no refund goes back to yet, in minor units. */
    long free(CapturedPayment payment) {
        long taken = takers.stream()
                .flatMap(refund -> refund.ledger().plan().parts().stream())
                .filter(part -> part.paymentId().equals(payment.paymentId()))
                .mapToLong(part -> part.amountMinor())
                .sum();
        return Math.max(0, payment.amountMinor() - taken);
    }

    private static Optional<Shortfall> nothingToRefund(List<RequestedLine> asked, long total) {
        if (total <= 0) {
            return shortfall(
                    RejectionCode.NOTHING_TO_REFUND,
                    "Expected an amount above 0 to refund, but %d minor units were asked",
                    total);
        }
        return asked.stream()
                .filter(line -> line.amountMinor() < 0)
                .findFirst()
                .flatMap(line -> shortfall(
                        RejectionCode.NOTHING_TO_REFUND,
                        "Expected no negative amount in a refund, but %d minor units were asked of line %s",
                        line.amountMinor(),
                        line.lineId()));
    }

    private Optional<Shortfall> quantityShortfall(List<RequestedLine> asked) {
        Map<String, Long> askedByLine = new LinkedHashMap<>();
        asked.forEach(line -> askedByLine.merge(line.lineId(), (long) line.quantity(), Long::sum));
        return askedByLine.entrySet().stream()
                .flatMap(entry -> quantityShortfall(entry.getKey(), entry.getValue()).stream())
                .findFirst();
    }

    private Optional<Shortfall> quantityShortfall(String lineId, long asked) {
        long ordered = line(lineId).map(OrderLine::quantity).orElse(0);
        long taken = takers.stream()
                .flatMap(refund -> refund.asked().requested().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(RequestedLine::quantity)
                .sum();
        if (taken + asked <= ordered) {
            return Optional.empty();
        }
        return shortfall(
                RejectionCode.QUANTITY_EXCEEDED,
                "Expected at most %d of line %s to be refunded, but %d are refunded or reserved and %d more were asked",
                ordered,
                lineId,
                taken,
                asked);
    }

    private Optional<Shortfall> priceShortfall(List<RequestedLine> asked, long total) {
        BigInteger worth = asked.stream()
                .flatMap(line -> line(line.lineId()).map(sold -> worth(sold, line)).stream())
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (BigInteger.valueOf(total).compareTo(worth) <= 0) {
            return Optional.empty();
        }
        return shortfall(
                RejectionCode.AMOUNT_EXCEEDED,
                "Expected at most the price of the lines, %d minor units, but %d were asked",
                worth,
                total);
    }

    private Optional<Shortfall> captureShortfall(long total) {
        long captured = basis.payments().stream()
                .mapToLong(CapturedPayment::amountMinor)
                .sum();
        long taken = takers.stream()
                .mapToLong(refund -> Math.max(0, refund.asked().amountMinor()))
                .sum();
        if (taken + total <= captured) {
            return Optional.empty();
        }
        return shortfall(
                RejectionCode.AMOUNT_EXCEEDED,
                "Expected at most the captured %d minor units to be refunded, but %d are refunded or reserved and %d more were asked",
                captured,
                taken,
                total);
    }

    private BigInteger worth(OrderLine sold, RequestedLine asked) {
        return LineAmount.of(sold.unitPriceMicros(), asked.quantity(), basis.currency());
    }

    private static Optional<Shortfall> shortfall(RejectionCode code, String format, Object... arguments) {
        return Optional.of(new Shortfall(code, Reasons.sentence(format, arguments)));
    }
}
