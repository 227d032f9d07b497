package io.refundtool.refund.domain;

import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;

/** Where a refund stands. Each state holds what it alone knows; what all of them know is in the {@link RefundLedger}. */
public sealed interface RefundState {

    RefundStatus status();

    /** Whether nothing is left to do, unless money moves again. */
    default boolean isFinal() {
        return false;
    }

    /** Whether the refund's quantity and amount are taken: paid out, or still to be. */
    default boolean reserves() {
        return true;
    }

    /** BOB has to ask the customer where the money shall go. */
    record AwaitingClarification(ClarificationCode code, String reason) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.AWAITING_CLARIFICATION;
        }
    }

    /** Payment was told and has not answered for every part. */
    record Approved() implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.APPROVED;
        }
    }

    /** Every part was paid; the movement of money has no receipt yet. */
    record MoneyRefunded() implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.MONEY_REFUNDED;
        }
    }

    /** Receipts are registered or not required; the customer was not told yet. */
    record Fiscalized() implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.FISCALIZED;
        }
    }

    /** The good end. */
    record Completed() implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.COMPLETED;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** All money has to come back; then the receipt, if there is one, has to be compensated. */
    record Reversing(String reason) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.REVERSING;
        }
    }

    /** Money moved and came back, and no receipt of it is left uncompensated; nothing is reserved. */
    record Reversed(String reason) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.REVERSED;
        }

        @Override
        public boolean isFinal() {
            return true;
        }

        @Override
        public boolean reserves() {
            return false;
        }
    }

    /** The refund is not granted. No money moved, nothing is reserved. */
    record Rejected(RejectionCode code, String reason) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.REJECTED;
        }

        @Override
        public boolean isFinal() {
            return true;
        }

        @Override
        public boolean reserves() {
            return false;
        }
    }

    /** BOB took the request back before money moved; nothing is reserved. */
    record Cancelled(String reason) implements RefundState {
        @Override
        public RefundStatus status() {
            return RefundStatus.CANCELLED;
        }

        @Override
        public boolean isFinal() {
            return true;
        }

        @Override
        public boolean reserves() {
            return false;
        }
    }

    /**
     * Something happened that the machine must not decide alone.
     *
     * @param interrupted where the refund stood; it goes on from there
     */
    record OnHold(HoldCode code, String reason, RefundState interrupted) implements RefundState {
        public OnHold {
            if (interrupted instanceof OnHold) {
                throw new IllegalArgumentException("Expected a hold to interrupt a step, but it interrupts a hold");
            }
        }

        @Override
        public RefundStatus status() {
            return RefundStatus.ON_HOLD;
        }

        @Override
        public boolean reserves() {
            return interrupted.reserves();
        }
    }
}
