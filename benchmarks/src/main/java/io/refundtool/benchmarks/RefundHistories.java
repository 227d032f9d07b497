package io.refundtool.benchmarks;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.bob.RefundClarified;
import io.refundtool.events.bob.RefundRequested;
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
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.payment.MoneyRefunded;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.events.payment.RefundReturned;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.refund.domain.RefundEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Histories of one refund of three pieces at 10.00. */
public final class RefundHistories {

    /** Events of {@link #whole()}. */
    public static final int WHOLE = 4;

    /** Events of {@link #everything()}. */
    public static final int EVERYTHING = 24;

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ORDER = "O-1";
    private static final String REFUND = "R-1";

    private RefundHistories() {}

    /** Requested, paid, receipt registered, customer told. */
    public static List<RefundEvent> whole() {
        return arrived(wholeOf(ORDER));
    }

    /** As {@link #whole()}, of any order. */
    public static List<Event> wholeOf(String orderId) {
        return List.of(
                requestedOf(orderId, 3000),
                paidOf(orderId, 1, 1, 3000),
                registeredOf(orderId, "1"),
                notifiedOf(orderId));
    }

    /** A refund over three payments that everything happens to until it is reversed. */
    public static List<RefundEvent> everything() {
        List<Event> events = new ArrayList<>(List.of(requested(1000, 1000, 1000)));
        for (int part = 1; part <= 3; part++) {
            events.add(declined(part, 1));
        }
        events.add(clarified());
        for (int part = 1; part <= 3; part++) {
            events.add(paid(part, 2, 1000));
            events.add(secondPaid(part, 2));
        }
        for (int part = 1; part <= 3; part++) {
            events.add(reversed(part, "second-" + part + "-2"));
        }
        events.addAll(List.of(registered("1"), notified(), returned(2, 2), clarified(), paid(2, 3, 1000)));
        events.addAll(
                List.of(returned(1, 2), cancelled(), reversed(2, "T-2-3"), reversed(3, "T-3-2"), registered("2")));
        return arrived(events);
    }

    /** A request of a refund of an order that has nothing yet. */
    public static Event request(String orderId) {
        return requestedOf(orderId, 3000);
    }

    private static List<RefundEvent> arrived(List<Event> events) {
        List<RefundEvent> arrived = new ArrayList<>();
        for (Event event : events) {
            arrived.add(RefundEvent.of(new Envelope<>("e-" + arrived.size(), "/benchmark", NOON, null, event)));
        }
        return List.copyOf(arrived);
    }

    private static Event requested(long... captured) {
        return requestedOf(ORDER, captured);
    }

    private static Event requestedOf(String orderId, long... captured) {
        List<CapturedPayment> payments = new ArrayList<>();
        for (long amount : captured) {
            payments.add(new CapturedPayment("P-" + (payments.size() + 1), TenderKind.CARD, amount, NOON));
        }
        OrderLine line = new OrderLine(
                "L1", "SKU-1", "Goods", 3, 10_000_000, VatRate.VAT20, PaymentMethod.FULL_PAYMENT, 1, null);
        Customer customer = new Customer("C-1", "ru", "a@example.test", null);
        return new RefundRequested(
                orderId,
                REFUND,
                Country.RU,
                NOON,
                null,
                new OrderBasis(NOON, CurrencyCode.RUB, customer, payments, List.of(line)),
                List.of(new RequestedLine("L1", 3, 3000)),
                null,
                null);
    }

    private static String key(int part, int tries) {
        return key(ORDER, part, tries);
    }

    private static String key(String orderId, int part, int tries) {
        return "%s/%s/%d/%d".formatted(orderId, REFUND, part, tries);
    }

    private static Event paid(int part, int tries, long amountMinor) {
        return paidOf(ORDER, part, tries, amountMinor);
    }

    private static Event paidOf(String orderId, int part, int tries, long amountMinor) {
        return paid(orderId, part, tries, amountMinor, "T-" + part + "-" + tries);
    }

    private static Event secondPaid(int part, int tries) {
        return paid(ORDER, part, tries, 1000, "second-" + part + "-" + tries);
    }

    private static Event paid(String orderId, int part, int tries, long amountMinor, String transactionId) {
        String key = key(orderId, part, tries);
        return new MoneyRefunded(
                orderId, REFUND, Country.RU, part, key, transactionId, CurrencyCode.RUB, amountMinor, NOON);
    }

    private static Event declined(int part, int tries) {
        return new RefundDeclined(
                ORDER, REFUND, Country.RU, part, key(part, tries), DeclineCode.CARD_EXPIRED, "Expired", NOON);
    }

    private static Event returned(int part, int tries) {
        String transactionId = "T-" + part + "-" + tries;
        return new RefundReturned(
                ORDER, REFUND, Country.RU, part, transactionId, CurrencyCode.RUB, 1000, "Account closed", NOON);
    }

    private static Event reversed(int part, String transactionId) {
        String back = "back-" + transactionId;
        return new RefundReversed(ORDER, REFUND, Country.RU, part, transactionId, back, CurrencyCode.RUB, 1000, NOON);
    }

    private static Event clarified() {
        return new RefundClarified(ORDER, REFUND, Country.RU, NOON, new Payout(PayoutKind.CARD, "card-2"));
    }

    private static Event cancelled() {
        return new RefundCancellationRequested(ORDER, REFUND, Country.RU, NOON, null);
    }

    private static Event registered(String movement) {
        return registeredOf(ORDER, movement);
    }

    private static Event registeredOf(String orderId, String movement) {
        String order =
                UUID.nameUUIDFromBytes(orderId.getBytes(StandardCharsets.UTF_8)).toString();
        Receipt receipt = new Receipt("x-" + movement, ReceiptKind.REFUND, 3000, 1, 2, 3, "9999", NOON, null);
        String movementId = "%s/%s/%s".formatted(REFUND, movement, order.substring(order.length() - 12));
        return new ReceiptRegistered(orderId, REFUND, Country.RU, movementId, CurrencyCode.RUB, 3000, List.of(receipt));
    }

    private static Event notified() {
        return notifiedOf(ORDER);
    }

    private static Event notifiedOf(String orderId) {
        return new CustomerNotified(orderId, REFUND, Country.RU, RefundStatus.FISCALIZED, Channel.EMAIL, "m-1", NOON);
    }
}
