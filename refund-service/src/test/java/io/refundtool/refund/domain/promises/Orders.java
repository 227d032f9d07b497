package io.refundtool.refund.domain.promises;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.common.TenderKind;
import io.refundtool.refund.domain.RefundEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An order and what is asked of it.
 *
 * @param requests one for each refund, in the order in which BOB asks
 */
record Orders(OrderBasis basis, List<RefundRequested> requests) {

    static final int MAX_REFUNDS = 5;

    /** The id of a generated payment ends in its amount, so that an invariant needs nothing but the id. */
    private static final String PAYMENT = "P-";

    Orders {
        requests = List.copyOf(requests);
    }

    static String refundId(int number) {
        return "R-" + number;
    }

    static long captured(String paymentId) {
        return RefundEvents.order().payments().stream()
                .filter(payment -> payment.paymentId().equals(paymentId))
                .mapToLong(CapturedPayment::amountMinor)
                .findFirst()
                .orElseGet(() -> Long.parseLong(paymentId.substring(paymentId.lastIndexOf('-') + 1)));
    }

    /** Requests that do not take anything from each other. */
    static Orders apart(Choices choices, Consumer<String> with) {
        return drawn(choices, new long[][] {{10_000}, {500, 10_000}, {300, 1_900, 10_000}}, 1, with);
    }

    /** Requests of which some have to be rejected. */
    static Orders competing(Choices choices, Consumer<String> with) {
        return drawn(choices, new long[][] {{3_000}, {500, 2_500}, {700, 800, 900}}, 3, with);
    }

    /** @param with what is chosen together with each request, so that it is left out together */
    private static Orders drawn(Choices choices, long[][] payments, int maxPieces, Consumer<String> with) {
        OrderBasis basis = basis(choices.of(payments));
        List<RefundRequested> requests = new ArrayList<>();
        Supplier<Boolean> another = () -> {
            boolean wanted = requests.isEmpty() || choices.below(3) > 0;
            if (wanted) {
                requests.add(request(choices, basis, refundId(requests.size() + 1), maxPieces));
                with.accept(requests.getLast().refundId());
            }
            return wanted;
        };
        while (requests.size() < MAX_REFUNDS && choices.together(another)) {
            // Another refund was asked for.
        }
        return new Orders(basis, requests);
    }

    /** The usual lines, with a piece of each for every refund. */
    static OrderBasis basis(long... payments) {
        OrderBasis usual = RefundEvents.order();
        List<CapturedPayment> captured = new ArrayList<>();
        for (long amount : payments) {
            String id = PAYMENT + (captured.size() + 1) + "-" + amount;
            captured.add(new CapturedPayment(id, TenderKind.CARD, amount, RefundEvents.NOON));
        }
        return new OrderBasis(
                usual.orderedAt(),
                usual.currency(),
                usual.customer(),
                captured,
                usual.lines().stream().map(Lines::plenty).toList());
    }

    static RefundRequested request(Choices choices, OrderBasis basis, String refundId, int maxPieces) {
        int pieces = 1 + choices.below(maxPieces);
        List<RequestedLine> lines = new ArrayList<>();
        lines.add(RefundEvents.line("L1", pieces, choices.onceIn(3) ? 700 : 1000L * pieces));
        if (choices.onceIn(3)) {
            lines.add(RefundEvents.line("L2", 1, 555));
        }
        @Nullable Payout alternative = choices.onceIn(4) ? RefundEvents.CARD : null;
        return new RefundRequested(
                RefundEvents.ORDER, refundId, Country.RU, RefundEvents.NOON, null, basis, lines, null, alternative);
    }
}
