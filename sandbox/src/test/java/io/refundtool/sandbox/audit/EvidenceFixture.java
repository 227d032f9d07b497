package io.refundtool.sandbox.audit;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.payment.LedgerEntry;
import io.refundtool.sandbox.payment.LedgerEntry.Kind;
import io.refundtool.sandbox.topic.RefundKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ledgers that agree about R1, completed for 27.50, and R2, rejected, both of order O1; tests then spoil one. */
final class EvidenceFixture {

    private static final String ORDER = "O1";
    private static final long AMOUNT = 2_750;

    private final Set<RefundKey> accepted = new HashSet<>();
    private final Map<RefundKey, AskedRefund> asked = new HashMap<>();
    private final Map<RefundKey, View> bob = new HashMap<>();
    private final Map<RefundKey, View> service = new HashMap<>();
    private final Map<RefundKey, LastUpdate> updates = new HashMap<>();
    private final List<LedgerEntry> payments = new ArrayList<>();
    private final List<AtolReceipt> receipts = new ArrayList<>();
    private final Map<String, RefundKey> owners = new HashMap<>();
    private final Map<String, Integer> mails = new HashMap<>();
    private final Map<String, Notified> messages = new HashMap<>();
    private final List<String> deadLetters = new ArrayList<>();

    private EvidenceFixture() {}

    static EvidenceFixture ofOneCompletedAndOneRejected() {
        EvidenceFixture fixture = new EvidenceFixture();
        fixture.refund("R1", completed());
        fixture.refund("R2", rejected());
        return fixture.payment("key-1", "R1", 1, AMOUNT)
                .receipt("receipt-1", "R1", "27.50")
                .mail("<m1>", 1)
                .message("<m1>", "R1", RefundStatus.FISCALIZED);
    }

    private static LastUpdate completed() {
        return new LastUpdate(
                RefundStatus.COMPLETED,
                null,
                "",
                AMOUNT,
                Map.of(1, AMOUNT),
                FiscalizationResult.REGISTERED,
                Map.of("receipt-1", ReceiptKind.REFUND),
                List.of("1"),
                NotificationResult.NOTIFIED,
                true,
                true,
                Set.of());
    }

    private static LastUpdate rejected() {
        return new LastUpdate(
                RefundStatus.REJECTED,
                "AMOUNT_EXCEEDED",
                "Expected at most 1 to be asked for, but 2 are",
                AMOUNT,
                Map.of(),
                FiscalizationResult.NONE,
                Map.of(),
                List.of(),
                NotificationResult.NONE,
                true,
                false,
                Set.of());
    }

    private void refund(String refundId, LastUpdate last) {
        accepted(ORDER, refundId).asked(ORDER, refundId, 10_000);
        says(refundId, last);
    }

    /** Everybody says so. */
    private EvidenceFixture says(String refundId, LastUpdate last) {
        updates.put(key(refundId), last);
        return bob(refundId, last.view()).service(refundId, last.view());
    }

    /** R1 came to another end, and everybody says so; what its events told before stays. */
    EvidenceFixture end(RefundStatus status) {
        return end(status, null, "", last -> last);
    }

    EvidenceFixture hold(String code, String reason) {
        return end(RefundStatus.ON_HOLD, code, reason, last -> last);
    }

    /** R1 is on hold, and Payment was asked to take these back. */
    EvidenceFixture holdAfterReversalOf(String code, String... transactions) {
        String reason = "Expected Payment to take money back, but it did not";
        return end(RefundStatus.ON_HOLD, code, reason, last -> with(last, Set.of(transactions)));
    }

    private EvidenceFixture end(
            RefundStatus status, @Nullable String code, String reason, UnaryOperator<LastUpdate> change) {
        LastUpdate last = Objects.requireNonNull(updates.get(key("R1")));
        return says(
                "R1",
                change.apply(new LastUpdate(
                        status,
                        code,
                        reason,
                        AMOUNT,
                        last.partsMinor(),
                        last.fiscalization(),
                        last.receipts(),
                        last.receiptNumbers(),
                        last.notification(),
                        last.hasEmail(),
                        last.wasFiscalized(),
                        last.toReverse())));
    }

    private static LastUpdate with(LastUpdate last, Set<String> toReverse) {
        return new LastUpdate(
                last.status(),
                last.code(),
                last.reason(),
                last.amountMinor(),
                last.partsMinor(),
                last.fiscalization(),
                last.receipts(),
                last.receiptNumbers(),
                last.notification(),
                last.hasEmail(),
                last.wasFiscalized(),
                toReverse);
    }

    /** R1 names these receipts, what became of them, and how its customer was told. */
    EvidenceFixture receiptsAndMail(
            FiscalizationResult fiscalization, Map<String, ReceiptKind> named, NotificationResult notification) {
        LastUpdate last = Objects.requireNonNull(updates.get(key("R1")));
        updates.put(
                key("R1"),
                new LastUpdate(
                        last.status(),
                        last.code(),
                        last.reason(),
                        last.amountMinor(),
                        last.partsMinor(),
                        fiscalization,
                        named,
                        last.receiptNumbers(),
                        notification,
                        last.hasEmail(),
                        last.wasFiscalized(),
                        last.toReverse()));
        return this;
    }

    EvidenceFixture accepted(String orderId, String refundId) {
        accepted.add(new RefundKey(orderId, refundId));
        return this;
    }

    EvidenceFixture asked(String orderId, String refundId, long captured) {
        RefundKey key = new RefundKey(orderId, refundId);
        asked.put(key, new AskedRefund(key, Country.GB, CurrencyCode.GBP, AMOUNT, captured));
        return this;
    }

    EvidenceFixture bob(String refundId, View view) {
        bob.put(key(refundId), view);
        return this;
    }

    EvidenceFixture service(String refundId, View view) {
        service.put(key(refundId), view);
        return this;
    }

    EvidenceFixture payment(String idempotencyKey, String refundId, int part, long amount) {
        return entry(Kind.PAID, idempotencyKey, "TX-" + idempotencyKey, refundId, part, amount);
    }

    /** The transaction of that key came back, or would not. */
    EvidenceFixture back(Kind kind, String idempotencyKey, long amount) {
        return entry(kind, idempotencyKey, "TX-" + idempotencyKey, "R1", 1, amount);
    }

    private EvidenceFixture entry(
            Kind kind, String idempotencyKey, String transaction, String refundId, int part, long amount) {
        payments.add(new LedgerEntry(
                kind, idempotencyKey, transaction, ORDER, refundId, part, "GBP", amount, null, Instant.EPOCH));
        return this;
    }

    EvidenceFixture withoutPayments() {
        payments.clear();
        return this;
    }

    EvidenceFixture receipt(String externalId, String refundId, String total) {
        return receipt("sell_refund", externalId, refundId, total);
    }

    EvidenceFixture receipt(String operation, String externalId, String refundId, String total) {
        owners.put(externalId, key(refundId));
        return receiptOfNobody(operation, externalId, total);
    }

    EvidenceFixture receiptOfNobody(String externalId) {
        return receiptOfNobody("sell_refund", externalId, "1.00");
    }

    private EvidenceFixture receiptOfNobody(String operation, String externalId, String total) {
        receipts.add(new AtolReceipt(
                "uuid-" + externalId,
                externalId,
                operation,
                new BigDecimal(total),
                "",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null));
        return this;
    }

    EvidenceFixture withoutReceipts() {
        receipts.clear();
        return this;
    }

    EvidenceFixture mail(String messageId, int count) {
        mails.put(messageId, count);
        return this;
    }

    EvidenceFixture withoutMails() {
        mails.clear();
        return this;
    }

    EvidenceFixture withoutMessages() {
        mails.clear();
        messages.clear();
        return this;
    }

    EvidenceFixture message(String messageId, String refundId, RefundStatus of) {
        messages.put(messageId, new Notified(key(refundId), of));
        return this;
    }

    EvidenceFixture deadLetter(String sentence) {
        deadLetters.add(sentence);
        return this;
    }

    private static RefundKey key(String refundId) {
        return new RefundKey(ORDER, refundId);
    }

    Evidence build() {
        return new Evidence(
                accepted,
                asked,
                Set.of(Country.GB),
                bob,
                service,
                updates,
                payments,
                receipts,
                owners,
                mails,
                messages,
                deadLetters);
    }
}
