package io.refundtool.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.payment.MoneyRefunded;
import io.refundtool.events.payment.PaymentUpdate;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.events.payment.RefundReturned;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.events.payment.ReversalDeclined;
import io.refundtool.sandbox.gateway.GatewayEvent;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Tells of an entry of the ledger. It says the same under the same event id whenever it is asked, since another event
 * under the same id would be a contradiction.
 */
final class PaymentAnswers {

    private PaymentAnswers() {}

    static GatewayEvent of(LedgerEntry entry, Country country, String traceparent) {
        return of(entry, country, traceparent, "");
    }

    /** The same under another event id. */
    static GatewayEvent again(LedgerEntry entry, Country country, String traceparent) {
        return of(entry, country, traceparent, " again");
    }

    /** That the money came back by itself; nothing when it had been taken back before. */
    static List<GatewayEvent> ofReturn(LedgerEntry entry, Country country, String traceparent) {
        return entry.kind() == LedgerEntry.Kind.RETURNED ? List.of(of(entry, country, traceparent)) : List.of();
    }

    private static GatewayEvent of(LedgerEntry entry, Country country, String traceparent, String suffix) {
        PaymentUpdate event = switch (entry.kind()) {
            case PAID -> refunded(entry, country);
            case DECLINED -> declined(entry, country);
            case RETURNED -> returned(entry, country);
            case REVERSED -> reversed(entry, country);
            case REVERSAL_DECLINED -> reversalDeclined(entry, country);
        };
        String name = entry.kind() + " " + entry.idempotencyKey() + " " + entry.transactionId() + suffix;
        String eid = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
        return GatewayEvent.of(event, eid, entry.at(), traceparent);
    }

    private static MoneyRefunded refunded(LedgerEntry entry, Country country) {
        return new MoneyRefunded(
                entry.orderId(),
                entry.refundId(),
                country,
                entry.part(),
                entry.idempotencyKey(),
                entry.transactionId(),
                CurrencyCode.valueOf(entry.currency()),
                entry.amountMinor(),
                entry.at());
    }

    private static RefundDeclined declined(LedgerEntry entry, Country country) {
        return new RefundDeclined(
                entry.orderId(),
                entry.refundId(),
                country,
                entry.part(),
                entry.idempotencyKey(),
                code(entry),
                "Payment does not pay this out: " + code(entry).wire(),
                entry.at());
    }

    private static RefundReturned returned(LedgerEntry entry, Country country) {
        return new RefundReturned(
                entry.orderId(),
                entry.refundId(),
                country,
                entry.part(),
                entry.transactionId(),
                CurrencyCode.valueOf(entry.currency()),
                entry.amountMinor(),
                "The receiving bank sent the money back",
                entry.at());
    }

    private static RefundReversed reversed(LedgerEntry entry, Country country) {
        return new RefundReversed(
                entry.orderId(),
                entry.refundId(),
                country,
                entry.part(),
                entry.transactionId(),
                entry.reversalTransactionId(),
                CurrencyCode.valueOf(entry.currency()),
                entry.amountMinor(),
                entry.at());
    }

    private static ReversalDeclined reversalDeclined(LedgerEntry entry, Country country) {
        return new ReversalDeclined(
                entry.orderId(),
                entry.refundId(),
                country,
                entry.part(),
                entry.transactionId(),
                code(entry),
                "Payment cannot take this back: " + code(entry).wire(),
                entry.at());
    }

    private static DeclineCode code(LedgerEntry entry) {
        return Objects.requireNonNull(entry.code(), "a decline has a code");
    }
}
