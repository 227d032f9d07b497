package io.refundtool.refund.domain;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.refund.domain.OrderLedger.Shortfall;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a request for a refund leads to: the limits of the order decide. */
final class RequestRules {

    /** Where money goes that is sent back the way it came. */
    private static final Payout THE_WAY_IT_CAME = new Payout(PayoutKind.ORIGINAL_PAYMENT, null);

    private RequestRules() {}

    /** A refund that nobody has asked for yet. */
    static Refund open(OrderState order, RefundRequested request) {
        OrderLedger ledger = new OrderLedger(request.order(), order.all());
        RefundCase asked = caseOf(request, ledger);
        Optional<Shortfall> shortfall = ledger.check(request.lines());
        return shortfall
                .map(found -> rejected(asked, found.code(), found.reason()))
                .orElseGet(() -> approved(asked, ledger, request));
    }

    /** A refund that was asked for already: the same words change nothing, other words are refused. */
    static Step again(Refund refund, RefundRequested request) {
        RefundCase asked = refund.asked();
        boolean same = asked.requested().equals(request.lines())
                && asked.payout().equals(payoutOf(request))
                && Objects.equals(asked.alternativePayout(), request.alternativePayout());
        if (same) {
            return new Step.Ignored(Reasons.sentence("Refund %s was requested before", refund.refundId()));
        }
        return new Step.Refused(new Rejection(
                Rejection.Code.CONFLICTING_REQUEST,
                Reasons.sentence(
                        "Expected refund %s of order %s to be requested with one content, but another request differs",
                        asked.refundId(), asked.orderId())));
    }

    /** An order keeps its currency; sums over its refunds would mean nothing otherwise. */
    static Optional<Rejection> currencyConflict(OrderState order, RefundRequested request) {
        return order.all().stream()
                .filter(refund -> refund.asked().currency() != request.order().currency())
                .findFirst()
                .map(refund -> new Rejection(
                        Rejection.Code.CONFLICTING_REQUEST,
                        Reasons.sentence(
                                "Expected order %s to be in %s as for refund %s, but refund %s names %s",
                                request.orderId(),
                                refund.asked().currency().wire(),
                                refund.refundId(),
                                request.refundId(),
                                request.order().currency().wire())));
    }

    private static Refund approved(RefundCase asked, OrderLedger ledger, RefundRequested request) {
        return Plans.allocate(asked, ledger, request.order().payments())
                .map(plan -> new Refund(asked, RefundLedger.of(plan), new Approved()))
                .orElseGet(() -> rejected(
                        asked,
                        RejectionCode.AMOUNT_EXCEEDED,
                        Reasons.sentence(
                                "Expected %d minor units to be left on the captured payments, but earlier refunds took them",
                                asked.amountMinor())));
    }

    private static Refund rejected(RefundCase asked, RejectionCode code, String reason) {
        return new Refund(asked, RefundLedger.of(PayoutPlan.NONE), new Rejected(code, reason));
    }

    private static RefundCase caseOf(RefundRequested request, OrderLedger ledger) {
        return new RefundCase(
                request.orderId(),
                request.refundId(),
                request.country(),
                request.order().currency(),
                request.order().customer(),
                request.order().orderedAt(),
                request.requestedAt(),
                OrderLedger.total(request.lines()),
                request.lines(),
                knownLines(request.lines(), ledger),
                payoutOf(request),
                request.alternativePayout());
    }

    private static Payout payoutOf(RefundRequested request) {
        return Objects.requireNonNullElse(request.payout(), THE_WAY_IT_CAME);
    }

    /** Entries that name the same line become one, so that an event is never much larger than its request. */
    private static List<RefundedLine> knownLines(List<RequestedLine> asked, OrderLedger ledger) {
        Map<String, RefundedLine> lines = new LinkedHashMap<>();
        for (RequestedLine entry : asked) {
            ledger.line(entry.lineId())
                    .map(sold -> refunded(sold, entry))
                    .ifPresent(line -> lines.merge(line.lineId(), line, RequestRules::together));
        }
        return List.copyOf(lines.values());
    }

    private static RefundedLine refunded(OrderLine sold, RequestedLine asked) {
        return new RefundedLine(
                sold.lineId(),
                sold.sku(),
                sold.name(),
                asked.quantity(),
                sold.unitPriceMicros(),
                asked.amountMinor(),
                sold.vatRate(),
                sold.paymentMethod(),
                sold.paymentObject(),
                sold.markCode());
    }

    private static RefundedLine together(RefundedLine line, RefundedLine more) {
        return new RefundedLine(
                line.lineId(),
                line.sku(),
                line.name(),
                line.quantity() + more.quantity(),
                line.unitPriceMicros(),
                line.amountMinor() + more.amountMinor(),
                line.vatRate(),
                line.paymentMethod(),
                line.paymentObject(),
                line.markCode());
    }
}
