package io.refundtool.refund.domain;

import io.refundtool.events.common.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of a refund: of its money going out, and of that money coming back.
 *
 * @param asked whether Fiscalization was told of the movement out
 * @param refund its answer to that; it may come before the movement is known here
 * @param compensationAsked whether Fiscalization was told that the money came back
 * @param compensation its answer to that
 */
public record Fiscal(
        boolean asked,
        @Nullable ReceiptAnswer refund,
        boolean compensationAsked,
        @Nullable ReceiptAnswer compensation) {

    static final Fiscal NONE = new Fiscal(false, null, false, null);

    Fiscal ask() {
        return new Fiscal(true, refund, compensationAsked, compensation);
    }

    Fiscal askCompensation() {
        return new Fiscal(asked, refund, true, compensation);
    }

    Fiscal answered(Movement movement, @Nullable ReceiptAnswer answer) {
        return switch (movement) {
            case OUT -> new Fiscal(asked, answer, compensationAsked, compensation);
            case BACK -> new Fiscal(asked, refund, compensationAsked, answer);
        };
    }

    @Nullable
    ReceiptAnswer answer(Movement movement) {
        return switch (movement) {
            case OUT -> refund;
            case BACK -> compensation;
        };
    }

    /** What Fiscalization was asked for last. */
    Movement current() {
        return compensationAsked ? Movement.BACK : Movement.OUT;
    }

    boolean pending() {
        return (asked && refund == null) || (compensationAsked && compensation == null);
    }

    List<Receipt> receipts() {
        List<Receipt> receipts = new ArrayList<>();
        addTo(receipts, refund);
        addTo(receipts, compensation);
        return receipts;
    }

    private static void addTo(List<Receipt> receipts, @Nullable ReceiptAnswer answer) {
        if (answer instanceof ReceiptAnswer.Registered(List<Receipt> registered)) {
            receipts.addAll(registered);
        }
    }
}
