package io.refundtool.sandbox.payment;

import io.refundtool.events.common.DeclineCode;
import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.faults.Spell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How Payment behaves, by plan. Keys are idempotency keys and transaction ids. */
final class PaymentConduct {

    private static final Duration MAX_DELAY = Duration.ofSeconds(3);
    private static final Duration MAX_BETWEEN_DUPLICATES = Duration.ofSeconds(2);
    private static final Duration MIN_SECOND = Duration.ofMillis(10);
    private static final Duration MAX_SECOND = Duration.ofSeconds(3);
    /** Longer than it takes until success is in the log, when both are due at nearly the same time. */
    private static final Duration MIN_LATE_FAILURE = Duration.ofMillis(200);

    private static final Duration MAX_LATE_FAILURE = Duration.ofSeconds(6);
    private static final int LONGEST_SILENCE = 4;
    private static final double SILENT_FOR_EVER = 0.1;

    private final FaultPlan plan;

    PaymentConduct(FaultPlan plan) {
        this.plan = plan;
    }

    /** A second answer that says the same. */
    record Duplicate(Duration after, boolean underSameId) {}

    @Nullable
    DeclineCode decline(String key) {
        return plan.happens(FaultKind.PAYMENT_DECLINE, key)
                ? plan.choose(FaultKind.PAYMENT_DECLINE, List.of(DeclineCode.values()), key)
                : null;
    }

    /** For which announcements of a part there is no answer. */
    Spell silence(String key) {
        return plan.spell(FaultKind.PAYMENT_SILENCE, LONGEST_SILENCE, SILENT_FOR_EVER, key);
    }

    /** Whether what is not answered is done all the same, or was never heard. */
    boolean actsInSilence(String key) {
        return plan.choose(FaultKind.PAYMENT_SILENCE, List.of(true, false), "acts", key);
    }

    Duration delay(String key, int attempt) {
        return plan.happens(FaultKind.PAYMENT_DELAY, key, attempt)
                ? plan.wait(FaultKind.PAYMENT_DELAY, Duration.ZERO, MAX_DELAY, key, attempt)
                : Duration.ZERO;
    }

    Optional<Duplicate> duplicate(String key, int attempt) {
        if (!plan.happens(FaultKind.PAYMENT_DUPLICATE, key, attempt)) {
            return Optional.empty();
        }
        return Optional.of(new Duplicate(
                plan.wait(FaultKind.PAYMENT_DUPLICATE, Duration.ZERO, MAX_BETWEEN_DUPLICATES, key, attempt),
                plan.choose(FaultKind.PAYMENT_DUPLICATE, List.of(true, false), key, attempt)));
    }

    /** How long after the first payment the second follows. */
    Optional<Duration> secondPayment(String key) {
        return plan.happens(FaultKind.PAYMENT_TWICE, key)
                ? Optional.of(plan.wait(FaultKind.PAYMENT_TWICE, MIN_SECOND, MAX_SECOND, key))
                : Optional.empty();
    }

    /** How long after the payment its money comes back. */
    Optional<Duration> lateFailure(String transaction) {
        return plan.happens(FaultKind.PAYMENT_LATE_FAILURE, transaction)
                ? Optional.of(
                        plan.wait(FaultKind.PAYMENT_LATE_FAILURE, MIN_LATE_FAILURE, MAX_LATE_FAILURE, transaction))
                : Optional.empty();
    }

    @Nullable
    DeclineCode reversalDecline(String transaction) {
        return plan.happens(FaultKind.REVERSAL_DECLINED, transaction)
                ? plan.choose(FaultKind.REVERSAL_DECLINED, List.of(DeclineCode.values()), transaction)
                : null;
    }

    Spell reversalSilence(String transaction) {
        return plan.spell(FaultKind.REVERSAL_SILENCE, LONGEST_SILENCE, SILENT_FOR_EVER, transaction);
    }

    boolean reversesInSilence(String transaction) {
        return plan.choose(FaultKind.REVERSAL_SILENCE, List.of(true, false), "acts", transaction);
    }
}
