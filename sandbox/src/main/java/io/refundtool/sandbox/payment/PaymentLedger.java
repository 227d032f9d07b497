package io.refundtool.sandbox.payment;

import io.refundtool.events.Event;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.sandbox.ledger.Journal;
import io.refundtool.sandbox.payment.LedgerEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every movement of money out and back, and everything that Payment would not do. Whatever it is asked twice it does once,
 * and says what it did the first time.
 */
public final class PaymentLedger {

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, LedgerEntry> firstByKey = new HashMap<>();
    private final Map<String, LedgerEntry> paidById = new HashMap<>();
    private final Map<String, LedgerEntry> backById = new HashMap<>();
    private final Map<String, LedgerEntry> keptById = new HashMap<>();
    private final Journal<LedgerEntry> journal;

    /** Goes on with what the journal has. */
    public PaymentLedger(Journal<LedgerEntry> journal) {
        this.journal = journal;
        journal.earlier().forEach(this::keep);
    }

    /**
     * Pays, or declines when a code is given, unless the key was dealt with before; then says what was done.
     *
     * @throws IllegalStateException when the key was used for something else: that is never the same movement
     */
    synchronized LedgerEntry pay(
            Event refund, CurrencyCode currency, PayoutPart part, @Nullable DeclineCode decline, Instant now) {
        LedgerEntry known = firstByKey.get(part.idempotencyKey());
        LedgerEntry entry = new LedgerEntry(
                decline == null ? Kind.PAID : Kind.DECLINED,
                part.idempotencyKey(),
                decline == null ? TransactionIds.of(part.idempotencyKey()) : "",
                refund.orderId(),
                refund.refundId(),
                part.part(),
                currency.name(),
                part.amountMinor(),
                decline,
                now);
        if (known == null) {
            return append(entry);
        }
        requireSame(known, entry);
        return known;
    }

    private static void requireSame(LedgerEntry known, LedgerEntry asked) {
        boolean same = known.orderId().equals(asked.orderId())
                && known.refundId().equals(asked.refundId())
                && known.part() == asked.part()
                && known.currency().equals(asked.currency())
                && known.amountMinor() == asked.amountMinor();
        if (!same) {
            throw new IllegalStateException(
                    "Expected idempotency key %s to mean %s, but part %d of refund %s of order %s asks for %d %s under it"
                            .formatted(
                                    known.idempotencyKey(),
                                    known,
                                    asked.part(),
                                    asked.refundId(),
                                    asked.orderId(),
                                    asked.amountMinor(),
                                    asked.currency()));
        }
    }

    /** Pays the same once more, which it must not, under another transaction id. */
    synchronized LedgerEntry payAgain(LedgerEntry paid, Instant now) {
        String id = TransactionIds.second(paid.idempotencyKey());
        LedgerEntry known = paidById.get(id);
        return known != null
                ? known
                : append(new LedgerEntry(
                        Kind.PAID,
                        paid.idempotencyKey(),
                        id,
                        paid.orderId(),
                        paid.refundId(),
                        paid.part(),
                        paid.currency(),
                        paid.amountMinor(),
                        null,
                        now));
    }

    /**
     * Takes money back, or declines to when a code is given, unless that was dealt with before, or the money came back by
     * itself; then says what was done.
     */
    synchronized LedgerEntry reverse(LedgerEntry paid, @Nullable DeclineCode decline, Instant now) {
        LedgerEntry known = backById.getOrDefault(paid.transactionId(), keptById.get(paid.transactionId()));
        Kind kind = decline == null ? Kind.REVERSED : Kind.REVERSAL_DECLINED;
        return known != null ? known : append(paid.about(kind, decline, now));
    }

    /** Money comes back by itself, unless it came back before; then says how it did. */
    synchronized LedgerEntry bringBack(LedgerEntry paid, Instant now) {
        LedgerEntry known = backById.get(paid.transactionId());
        return known != null ? known : append(paid.about(Kind.RETURNED, null, now));
    }

    /** The movement out of that id. */
    synchronized Optional<LedgerEntry> paid(String transactionId) {
        return Optional.ofNullable(paidById.get(transactionId));
    }

    private LedgerEntry append(LedgerEntry entry) {
        keep(entry);
        journal.append(entry);
        return entry;
    }

    private void keep(LedgerEntry entry) {
        entries.add(entry);
        switch (entry.kind()) {
            case PAID -> {
                firstByKey.putIfAbsent(entry.idempotencyKey(), entry);
                paidById.put(entry.transactionId(), entry);
            }
            case DECLINED -> firstByKey.put(entry.idempotencyKey(), entry);
            case REVERSED, RETURNED -> backById.put(entry.transactionId(), entry);
            case REVERSAL_DECLINED -> keptById.put(entry.transactionId(), entry);
        }
    }

    /** Everything that Payment did and would not do, in order. */
    public synchronized List<LedgerEntry> entries() {
        return new ArrayList<>(entries);
    }
}
