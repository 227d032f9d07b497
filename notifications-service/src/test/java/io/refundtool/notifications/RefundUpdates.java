package io.refundtool.notifications;

import io.refundtool.events.common.Cause;
import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.refund.Cancelled;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.events.refund.Reversed;
import java.time.Instant;
import java.util.List;

/** Updates of refunds as refund-service announces them. */
public final class RefundUpdates {
    public static final Instant ORDERED_AT = Instant.parse("2026-03-07T09:30:00Z");
    private static final Cause CAUSE = new Cause("cause-1", "payment.money-refunded.v1", ORDERED_AT);

    private RefundUpdates() {}

    /** A customer with an e-mail address and nothing else. */
    public static Customer byEmail(String email) {
        return new Customer("customer-1", null, email, null);
    }

    public static Customer speaking(String language) {
        return new Customer("customer-1", language, "ann@example.com", null);
    }

    public static Fiscalized fiscalized(String orderId, Country country, Customer customer) {
        RefundSnapshot refund = refund(RefundStatus.FISCALIZED, customer, CurrencyCode.EUR, 4990);
        return new Fiscalized(orderId, "r-1", country, refund, RefundStatus.MONEY_REFUNDED, CAUSE);
    }

    public static Rejected rejected(String orderId, Country country, Customer customer, RejectionCode code) {
        RefundSnapshot refund = refund(RefundStatus.REJECTED, customer, CurrencyCode.GBP, 4990);
        return new Rejected(orderId, "r-1", country, refund, null, CAUSE, code, "Expected this, but got that.");
    }

    public static ClarificationNeeded clarificationNeeded(
            String orderId, Country country, Customer customer, ClarificationCode code) {
        RefundSnapshot refund = refund(RefundStatus.AWAITING_CLARIFICATION, customer, CurrencyCode.RUB, 4990);
        return new ClarificationNeeded(
                orderId, "r-1", country, refund, RefundStatus.APPROVED, CAUSE, code, "Expected this, but got that.");
    }

    public static Cancelled cancelled(String orderId, Country country, Customer customer) {
        RefundSnapshot refund = refund(RefundStatus.CANCELLED, customer, CurrencyCode.EUR, 4990);
        return new Cancelled(
                orderId, "r-1", country, refund, RefundStatus.APPROVED, CAUSE, "Expected this, but got that.");
    }

    public static Reversed reversed(String orderId, Country country, Customer customer) {
        RefundSnapshot refund = refund(RefundStatus.REVERSED, customer, CurrencyCode.EUR, 4990);
        return new Reversed(orderId, "r-1", country, refund, RefundStatus.REVERSING, CAUSE);
    }

    public static MoneyReversed moneyReversed(String orderId, Country country, Customer customer) {
        RefundSnapshot refund = refund(RefundStatus.REVERSING, customer, CurrencyCode.EUR, 4990);
        return new MoneyReversed(orderId, "r-1", country, refund, RefundStatus.REVERSING, CAUSE, "m-2", "m-1", 1);
    }

    public static ReversalStarted reversalStarted(String orderId, Country country, Customer customer) {
        RefundSnapshot refund = refund(RefundStatus.REVERSING, customer, CurrencyCode.EUR, 4990);
        List<PaidTransaction> transactions = List.of(new PaidTransaction(1, "t-1", 4990));
        return new ReversalStarted(
                orderId,
                "r-1",
                country,
                refund,
                RefundStatus.FISCALIZED,
                CAUSE,
                transactions,
                1,
                "Expected this, but got that.");
    }

    private static RefundSnapshot refund(
            RefundStatus status, Customer customer, CurrencyCode currency, long amountMinor) {
        return new RefundSnapshot(
                currency,
                status,
                customer,
                ORDERED_AT,
                ORDERED_AT.plusSeconds(3600),
                amountMinor,
                List.of(line("1", "Blue mug <b>&amp; ${shop}", 2, 1990), line("2", "Чашка", 1, 3000)),
                new Payout(PayoutKind.ORIGINAL_PAYMENT, null),
                List.of(),
                FiscalizationResult.REGISTERED,
                List.of(receipt()),
                NotificationResult.NONE);
    }

    private static RefundedLine line(String id, String name, int quantity, long amountMinor) {
        return new RefundedLine(
                id,
                "sku-" + id,
                name,
                quantity,
                9_950_000L,
                amountMinor,
                VatRate.VAT20,
                PaymentMethod.FULL_PAYMENT,
                1,
                null);
    }

    private static Receipt receipt() {
        return new Receipt(
                "receipt-1", ReceiptKind.REFUND, 4990, 1, 2, 3, "9999", ORDERED_AT, "https://ofd.example/receipt/1");
    }
}
