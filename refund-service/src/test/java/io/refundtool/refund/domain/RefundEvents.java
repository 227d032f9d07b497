package io.refundtool.refund.domain;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.bob.RefundClarified;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.common.TenderKind;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.events.operator.MarkedPaid;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.events.operator.Paused;
import io.refundtool.events.operator.PayoutChanged;
import io.refundtool.events.operator.RefundRejected;
import io.refundtool.events.operator.Resumed;
import io.refundtool.events.operator.RetryOrdered;
import io.refundtool.events.payment.MoneyRefunded;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.events.payment.RefundReturned;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.events.payment.ReversalDeclined;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events about order O-1: two lines, 3 pieces at 10.00 and 2 at 5.555 RUB, captured by payments of 30.00 and 11.11.
 */
public final class RefundEvents {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final String ORDER = "O-1";
    public static final String OPERATOR = "anna";
    private static final String WHY = "The customer called";
    public static final Payout CARD = new Payout(PayoutKind.CARD, "card-2");

    private RefundEvents() {}

    public static OrderBasis order() {
        return new OrderBasis(
                NOON,
                CurrencyCode.RUB,
                new Customer("C-1", "ru", "a@example.test", null),
                List.of(payment("P-1", 3000), payment("P-2", 1111)),
                List.of(orderLine("L1", 3, 10_000_000), orderLine("L2", 2, 5_555_000)));
    }

    public static RequestedLine line(String lineId, int quantity, long amountMinor) {
        return new RequestedLine(lineId, quantity, amountMinor);
    }

    public static RefundRequested requested(String refundId, RequestedLine... lines) {
        return requested(refundId, null, lines);
    }

    public static RefundRequested requested(String refundId, @Nullable Payout alternative, RequestedLine... lines) {
        return new RefundRequested(ORDER, refundId, Country.RU, NOON, null, order(), List.of(lines), null, alternative);
    }

    /** A request of another order than {@link #ORDER}. */
    public static RefundRequested requestedOf(String orderId, String refundId, Instant at, RequestedLine... lines) {
        return new RefundRequested(orderId, refundId, Country.RU, at, null, order(), List.of(lines), null, null);
    }

    public static RefundClarified clarified(String refundId) {
        return new RefundClarified(ORDER, refundId, Country.RU, NOON, CARD);
    }

    public static RefundCancellationRequested cancelled(String refundId) {
        return new RefundCancellationRequested(ORDER, refundId, Country.RU, NOON, null);
    }

    public static MoneyRefunded paid(String refundId, int part, int tries, long amountMinor, String transactionId) {
        return new MoneyRefunded(
                ORDER,
                refundId,
                Country.RU,
                part,
                key(refundId, part, tries),
                transactionId,
                CurrencyCode.RUB,
                amountMinor,
                NOON);
    }

    public static RefundDeclined declined(String refundId, int part, int tries) {
        return new RefundDeclined(
                ORDER,
                refundId,
                Country.RU,
                part,
                key(refundId, part, tries),
                DeclineCode.ACCOUNT_CLOSED,
                "The account is closed",
                NOON);
    }

    public static RefundReturned returned(String refundId, int part, long amountMinor, String transactionId) {
        return new RefundReturned(
                ORDER,
                refundId,
                Country.RU,
                part,
                transactionId,
                CurrencyCode.RUB,
                amountMinor,
                "Account closed",
                NOON);
    }

    public static RefundReversed reversed(String refundId, int part, long amountMinor, String transactionId) {
        return new RefundReversed(
                ORDER,
                refundId,
                Country.RU,
                part,
                transactionId,
                "back-" + transactionId,
                CurrencyCode.RUB,
                amountMinor,
                NOON);
    }

    public static ReversalDeclined reversalDeclined(String refundId, int part, String transactionId) {
        return new ReversalDeclined(
                ORDER,
                refundId,
                Country.RU,
                part,
                transactionId,
                DeclineCode.INSUFFICIENT_FUNDS,
                "The account is empty",
                NOON);
    }

    /** A deadline of five attempts. */
    public static DeadlinePassed overdue(String refundId, Awaited awaited, int round, int attempt) {
        return overdue(refundId, awaited, round, attempt, 5);
    }

    public static DeadlinePassed overdue(String refundId, Awaited awaited, int round, int attempt, int limit) {
        return new DeadlinePassed(ORDER, refundId, Country.RU, awaited, round, attempt, limit, NOON);
    }

    public static RetryOrdered retry(String refundId) {
        return new RetryOrdered(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON);
    }

    public static PayoutChanged payoutChanged(String refundId) {
        return new PayoutChanged(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON, CARD);
    }

    public static MarkedPaid markedPaid(String refundId, String transactionId) {
        return new MarkedPaid(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON, transactionId, NOON);
    }

    public static RefundRejected rejected(String refundId) {
        return new RefundRejected(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON);
    }

    public static Paused paused(String refundId) {
        return new Paused(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON);
    }

    public static Resumed resumed(String refundId) {
        return new Resumed(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON);
    }

    public static NoteAdded note(String refundId) {
        return new NoteAdded(ORDER, refundId, Country.RU, OPERATOR, WHY, NOON, "The customer called");
    }

    public static ReceiptRegistered registered(String refundId, String movementId, long... amountsMinor) {
        List<Receipt> receipts =
                Arrays.stream(amountsMinor).mapToObj(RefundEvents::receipt).toList();
        long sum = Arrays.stream(amountsMinor).sum();
        return new ReceiptRegistered(ORDER, refundId, Country.RU, movementId, CurrencyCode.RUB, sum, receipts);
    }

    public static ReceiptNotRequired notRequired(String refundId, String movementId) {
        return new ReceiptNotRequired(ORDER, refundId, Country.RU, movementId, "No law asks for it", NOON);
    }

    public static ReceiptFailed receiptFailed(String refundId, String movementId) {
        return new ReceiptFailed(ORDER, refundId, Country.RU, movementId, "32", "Validation failed", NOON);
    }

    public static CustomerNotified notified(String refundId, RefundStatus of) {
        return new CustomerNotified(ORDER, refundId, Country.RU, of, Channel.EMAIL, "m-1", NOON);
    }

    public static NotificationFailed notNotified(String refundId) {
        return new NotificationFailed(ORDER, refundId, Country.RU, RefundStatus.FISCALIZED, "No address", NOON);
    }

    /** The movement of a refund's money to the customer. */
    public static String movement(String refundId) {
        return refundId + "/1/" + MOVEMENT_SUFFIX;
    }

    /** The movement of a refund's money back to the shop. */
    public static String movementBack(String refundId) {
        return refundId + "/2/" + MOVEMENT_SUFFIX;
    }

    /** An event as it arrives, under its own id. */
    public static RefundEvent arrives(String eventId, Event event) {
        return RefundEvent.of(new Envelope<>(eventId, "/test", NOON, null, event));
    }

    private static final String MOVEMENT_SUFFIX = UUID.nameUUIDFromBytes(ORDER.getBytes(StandardCharsets.UTF_8))
            .toString()
            .substring(24);

    private static String key(String refundId, int part, int tries) {
        return ORDER + "/" + refundId + "/" + part + "/" + tries;
    }

    private static CapturedPayment payment(String id, long amountMinor) {
        return new CapturedPayment(id, TenderKind.CARD, amountMinor, NOON);
    }

    private static OrderLine orderLine(String lineId, int quantity, long unitPriceMicros) {
        return new OrderLine(
                lineId,
                "SKU-" + lineId,
                "Goods " + lineId,
                quantity,
                unitPriceMicros,
                VatRate.VAT20,
                PaymentMethod.FULL_PAYMENT,
                1,
                null);
    }

    private static Receipt receipt(long amountMinor) {
        return new Receipt("x-1", ReceiptKind.REFUND, amountMinor, 1, 2, 3, "9999", NOON, null);
    }
}
