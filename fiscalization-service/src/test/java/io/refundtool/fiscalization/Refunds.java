package io.refundtool.fiscalization;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Refunds for tests. */
public final class Refunds {
    public static final Instant AT = Instant.parse("2026-03-01T09:30:15Z");
    public static final Customer CUSTOMER = new Customer("c-1", "ru", "anna@customer.example", null);

    private Refunds() {}

    /** A line of so many pieces that pays back so much in all. */
    public static RefundedLine line(String id, int quantity, long amountMinor, VatRate rate) {
        return line(id, "Mug " + id, quantity, amountMinor, rate, null);
    }

    public static RefundedLine line(
            String id, String name, int quantity, long amountMinor, VatRate rate, @Nullable String markCode) {
        return new RefundedLine(
                id,
                "sku-" + id,
                name,
                quantity,
                Math.min(amountMinor / quantity, 100_000_000_000L) * 10_000,
                amountMinor,
                rate,
                PaymentMethod.FULL_PAYMENT,
                1,
                markCode);
    }

    public static List<RefundedLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line("l" + number, 1, 100 + number, VatRate.VAT20))
                .toList();
    }

    public static RefundSnapshot refund(List<RefundedLine> lines) {
        return refund(
                CurrencyCode.RUB,
                lines.stream().mapToLong(RefundedLine::amountMinor).sum(),
                lines,
                CUSTOMER);
    }

    public static RefundSnapshot refund(
            CurrencyCode currency, long amountMinor, List<RefundedLine> lines, Customer customer) {
        return new RefundSnapshot(
                currency,
                RefundStatus.MONEY_REFUNDED,
                customer,
                AT,
                AT,
                amountMinor,
                lines,
                new Payout(PayoutKind.ORIGINAL_PAYMENT, null),
                List.of(),
                FiscalizationResult.PENDING,
                List.of(),
                NotificationResult.NONE);
    }

    /** The announcement that the money of a refund was paid out. */
    public static Envelope<MoneyRefunded> announced(String orderId, Country country, RefundSnapshot refund) {
        return announced(orderId, country, refund, 1);
    }

    public static Envelope<MoneyRefunded> announced(
            String orderId, Country country, RefundSnapshot refund, int attempt) {
        return new Envelope<>(
                "money-refunded:" + orderId + ":" + attempt,
                "/refund-service",
                AT,
                null,
                new MoneyRefunded(
                        orderId,
                        "R-1",
                        country,
                        refund,
                        RefundStatus.APPROVED,
                        new Cause("paid:" + orderId, "payment.money-refunded.v1", AT),
                        movementId(orderId),
                        attempt));
    }

    /** The announcement that all money of a refund came back. */
    public static Envelope<MoneyReversed> reversed(String orderId, Country country, RefundSnapshot refund) {
        return reversed(orderId, country, refund, backId(orderId), 1);
    }

    public static Envelope<MoneyReversed> reversed(
            String orderId, Country country, RefundSnapshot refund, String movementId, int attempt) {
        return new Envelope<>(
                "money-reversed:" + movementId + ":" + attempt,
                "/refund-service",
                AT.plusSeconds(3600),
                null,
                new MoneyReversed(
                        orderId,
                        "R-1",
                        country,
                        refund,
                        RefundStatus.REVERSING,
                        new Cause("back:" + orderId, "payment.refund-reversed.v1", AT),
                        movementId,
                        movementId(orderId),
                        attempt));
    }

    public static String backId(String orderId) {
        return "back:" + orderId + ":R-1";
    }

    public static String movementId(String orderId) {
        return "m:" + orderId + ":R-1";
    }
}
