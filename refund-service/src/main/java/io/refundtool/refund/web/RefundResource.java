package io.refundtool.refund.web;

import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundState;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.AwaitingClarification;
import io.refundtool.refund.domain.RefundState.Cancelled;
import io.refundtool.refund.domain.RefundState.Completed;
import io.refundtool.refund.domain.RefundState.Fiscalized;
import io.refundtool.refund.domain.RefundState.MoneyRefunded;
import io.refundtool.refund.domain.RefundState.OnHold;
import io.refundtool.refund.domain.RefundState.Rejected;
import io.refundtool.refund.domain.RefundState.Reversed;
import io.refundtool.refund.domain.RefundState.Reversing;
import io.refundtool.refund.domain.Snapshots;
import io.refundtool.refund.domain.Transaction;
import io.refundtool.refund.domain.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refund as support sees it: where it is, and why. How to reach the customer is left out.
 *
 * @param waitsFor what has to happen next; null when the refund has ended
 * @param code why it was rejected, is on hold or needs clarification
 * @param interrupted the status that a hold interrupted, and from which the refund goes on; null when it is not on hold
 * @param waits what was announced and is not answered yet, and how many times it was announced
 * @param transactions money that moved, as Payment or an operator reported it, and where it is
 * @param amountMinor in minor units of the currency
 */
public record RefundResource(
        String orderId,
        String refundId,
        String status,
        @Nullable String waitsFor,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String interrupted,
        List<Wait> waits,
        String country,
        String currency,
        long amountMinor,
        Instant requestedAt,
        List<RefundedLine> lines,
        List<PayoutPart> parts,
        List<MovedMoney> transactions,
        String fiscalization,
        List<Receipt> receipts,
        String notification) {

    /** One movement of money out; {@code fate} says where the money is: paid, returned, reversed … */
    record MovedMoney(int part, String transactionId, long amountMinor, String currency, String fate) {

        static MovedMoney of(Transaction transaction) {
            return new MovedMoney(
                    transaction.part(),
                    transaction.transactionId(),
                    transaction.amountMinor(),
                    transaction.currency().wire(),
                    transaction.fate().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private record Why(
            @Nullable String waitsFor,
            @Nullable String code,
            @Nullable String reason) {}

    static RefundResource of(Refund refund) {
        RefundSnapshot snapshot = Snapshots.of(refund);
        Why why = why(refund.state());
        return new RefundResource(
                refund.asked().orderId(),
                refund.refundId(),
                refund.status().wire(),
                why.waitsFor(),
                why.code(),
                why.reason(),
                refund.state() instanceof OnHold hold
                        ? hold.interrupted().status().wire()
                        : null,
                refund.ledger().waits(),
                refund.asked().country().wire(),
                snapshot.currency().wire(),
                snapshot.amountMinor(),
                snapshot.requestedAt(),
                snapshot.lines(),
                snapshot.parts(),
                refund.ledger().transactions().stream().map(MovedMoney::of).toList(),
                snapshot.fiscalization().wire(),
                snapshot.receipts(),
                snapshot.notification().wire());
    }

    private static Why why(RefundState state) {
        return switch (state) {
            case AwaitingClarification(ClarificationCode code, String reason) ->
                new Why("BOB's clarification", code.wire(), reason);
            case Approved _ -> new Why("Payment", null, null);
            case MoneyRefunded _ -> new Why("Fiscalization", null, null);
            case Fiscalized _ -> new Why("Notifications", null, null);
            case OnHold(HoldCode code, String reason, var _) -> new Why("an operator", code.wire(), reason);
            case Rejected(RejectionCode code, String reason) -> new Why(null, code.wire(), reason);
            case Cancelled(String reason) -> new Why(null, null, reason);
            case Reversing(String reason) -> new Why("Payment, then Fiscalization", null, reason);
            case Reversed(String reason) -> new Why(null, null, reason);
            case Completed _ -> new Why(null, null, null);
        };
    }
}
